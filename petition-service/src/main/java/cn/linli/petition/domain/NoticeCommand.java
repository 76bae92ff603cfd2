package cn.linli.petition.domain;

/** What is done about messages to the petitioner. */
public sealed interface NoticeCommand extends PetitionCommand {

  /** The main request was answered, and this one is merged into it. */
  record OweAnswer() implements NoticeCommand {}

  record MarkSent(String notice) implements NoticeCommand {}

  /** {@code again} false: another try would fail for the same reason. */
  record MarkFailed(String notice, String code, boolean again) implements NoticeCommand {}

  record MarkDelivered(String notice) implements NoticeCommand {}

  record MarkRead(String notice) implements NoticeCommand {}
}
