package cn.linli.mediation.agreements;

import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.Determination;
import cn.linli.events.mediation.SigningManner;
import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  private static final String PARTY = "p[0-9]{1,2}";
  private static final String CLAIM = "c[0-9]{1,3}";
  private static final String ID = "[0-9a-z-]{1,64}";

  private Bodies() {}

  /**
   * What an agreement can't do without may be missing here: the gate refuses it with a code of its
   * own.
   *
   * @param responsibilities what each party answers for, in words
   * @param claims which it settles; absent: all that are open, or, if partial, those between the
   *     parties of its items
   * @param partial whether some claims stay open; absent: no
   * @param determines what of it no court confirms
   */
  record Agreement(
      @NotNull AgreementForm form,
      @Nullable @Size(max = 5_000) String facts,
      @Nullable @Size(max = 5_000) String issues,
      @Nullable @Size(max = 50) List<@NotNull @Size(max = 1_000) String> responsibilities,
      @Nullable @Size(max = 200) List<@NotNull @Valid Item> items,
      @Nullable Boolean partial,
      @Nullable @Size(max = 200) List<@NotNull @Pattern(regexp = CLAIM) String> claims,
      @Nullable @Size(max = 6) List<@NotNull Determination> determines) {}

  /**
   * @param obligor number of the party that owes it; {@code obligee}: of whom it is owed to
   * @param due a day, to its end, or an instant
   */
  record Item(
      @Nullable @Pattern(regexp = PARTY) String obligor,
      @Nullable @Pattern(regexp = PARTY) String obligee,
      @Nullable @Size(max = 2_000) String content,
      @Nullable @PositiveOrZero Long amountFen,
      @Nullable @Size(max = 500) String manner,
      @Nullable @Size(max = 500) String place,
      @Nullable Due due) {}

  /**
   * @param party whose name it is; absent: the token's own
   * @param mediator on the panel, in place of a party; absent where a mediator signs in person
   * @param manner absent: signature
   * @param recordedOnBehalf evidence, where a mediator writes it down for somebody else
   */
  record Sign(
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Pattern(regexp = ID) String mediator,
      @Nullable SigningManner manner,
      @Nullable @Valid Recorded recordedOnBehalf) {}
}
