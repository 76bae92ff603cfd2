package cn.linli.platform.fold;

/**
 * A record that could not be counted, passed with its position and named in reconciliation until
 * the cause is fixed and the view rebuilt.
 *
 * @param event id of the event; empty if the record did not say
 * @param reason names type and cause, never content
 */
public record Poison(
    String topic, int partition, long n, long offset, String event, String type, String reason) {

  private static final int REASON_CHARS_MAX = 500;

  static Poison of(FoldRecord record, Exception cause) {
    String reason = String.valueOf(cause.getMessage());
    return new Poison(
        record.topic(),
        record.partition(),
        record.n(),
        record.offset(),
        record.id(),
        record.type(),
        reason.substring(0, Math.min(reason.length(), REASON_CHARS_MAX)));
  }
}
