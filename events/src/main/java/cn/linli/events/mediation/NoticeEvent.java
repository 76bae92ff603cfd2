package cn.linli.events.mediation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message to a party. That one is due follows from what happened; here stands only
 * what was done about it. Text and number stay in the service.
 */
public sealed interface NoticeEvent extends MediationEvent {

  /**
   * Handed to the sender; its id travels with it, so that the same one is known when it comes
   * twice.
   *
   * @param notice its id within the dispute
   * @param party whom it is for, by number
   * @param attempt from 1
   */
  record NoticeSent(String notice, NoticeSubject about, String party, int attempt)
      implements NoticeEvent {}

  /**
   * @param code why, for instance {@code no-number}
   * @param nextAt when it is tried again; null: no more
   */
  record NoticeFailed(
      String notice,
      NoticeSubject about,
      String party,
      int attempt,
      String code,
      @Nullable Instant nextAt)
      implements NoticeEvent {}

  /** The sender's receipt. */
  record NoticeDelivered(String notice) implements NoticeEvent {}

  /** Read by the party. */
  record NoticeRead(String notice) implements NoticeEvent {}
}
