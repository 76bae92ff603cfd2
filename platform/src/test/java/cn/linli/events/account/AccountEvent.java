package cn.linli.events.account;

import cn.linli.events.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events of the tests' own subject: an account with a balance and an alarm. */
public sealed interface AccountEvent extends Event {

  record Opened(String division) implements AccountEvent {}

  record Added(long amount, @Nullable Instant valueDay) implements AccountEvent {
    @Override
    public @Nullable Instant happenedAt() {
      return valueDay;
    }
  }

  record AlarmSet(Instant due, int rings) implements AccountEvent {}

  record Rang(int left, @Nullable Instant next) implements AccountEvent {}

  record Claimed(String by) implements AccountEvent {}

  record Padded(String padding) implements AccountEvent {}
}
