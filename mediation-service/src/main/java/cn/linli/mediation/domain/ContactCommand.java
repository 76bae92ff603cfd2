package cn.linli.mediation.domain;

import cn.linli.events.mediation.PartyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done about the names behind a referral; no person asks for it. */
public sealed interface ContactCommand extends DisputeCommand {

  String referral();

  /**
   * @param blankRef what the party's name was when it was looked at: whoever was named by hand
   *     since keeps that name
   */
  record Copy(
      String party,
      String blankRef,
      PartyType type,
      String nameRef,
      @Nullable String organisation,
      boolean represented,
      @Nullable String phoneMark) {}

  record TakeContacts(String referral, List<Copy> copies) implements ContactCommand {
    public TakeContacts {
      copies = List.copyOf(copies);
    }
  }

  /** {@code code}: why. */
  record GiveUpContacts(String referral, String code) implements ContactCommand {}

  record EraseContacts(String referral) implements ContactCommand {}
}
