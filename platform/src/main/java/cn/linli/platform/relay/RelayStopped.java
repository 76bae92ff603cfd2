package cn.linli.platform.relay;

/** Thrown where going on would be a guess. */
final class RelayStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RelayAlarm alarm;

  RelayStopped(RelayAlarm alarm) {
    super(alarm.sentence());
    this.alarm = alarm;
  }

  RelayAlarm alarm() {
    return alarm;
  }
}
