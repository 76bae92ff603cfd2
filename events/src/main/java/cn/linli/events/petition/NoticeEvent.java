package cn.linli.events.petition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message to the petitioner. That one is due follows from what happened; here
 * stands only what was done about it. Text and number stay in the service.
 */
public sealed interface NoticeEvent extends PetitionEvent {

  /** The request this one is merged into was answered: its petitioner is told too. */
  record NoticeOwed(NoticeAbout about) implements NoticeEvent {}

  /**
   * Handed to the sender; its id travels with it, so that the same one is known when it comes
   * twice.
   *
   * @param notice its id within the request
   * @param attempt from 1
   */
  record NoticeSent(String notice, NoticeAbout about, int attempt) implements NoticeEvent {}

  /**
   * @param code why, for instance {@code no-number}
   * @param nextAt when it is tried again; null: no more
   */
  record NoticeFailed(
      String notice, NoticeAbout about, int attempt, String code, @Nullable Instant nextAt)
      implements NoticeEvent {}

  /** The sender's receipt. */
  record NoticeDelivered(String notice) implements NoticeEvent {}

  /** Read by the petitioner, who opened the tracking page or said so. */
  record NoticeRead(String notice) implements NoticeEvent {}
}
