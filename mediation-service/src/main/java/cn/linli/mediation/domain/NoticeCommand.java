package cn.linli.mediation.domain;

/** What is done about messages to the parties. */
public sealed interface NoticeCommand extends DisputeCommand {

  record MarkSent(String notice) implements NoticeCommand {}

  /** {@code again} false: another try would fail for the same reason. */
  record MarkFailed(String notice, String code, boolean again) implements NoticeCommand {}

  record MarkDelivered(String notice) implements NoticeCommand {}

  record MarkRead(String notice) implements NoticeCommand {}
}
