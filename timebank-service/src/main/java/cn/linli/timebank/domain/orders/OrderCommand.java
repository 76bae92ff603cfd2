package cn.linli.timebank.domain.orders;

import org.jspecify.annotations.Nullable;

/** What is done with an order that was placed. */
public sealed interface OrderCommand {

  /** {@code delivery}: null where it was no volunteer's time. */
  record Fulfil(@Nullable Delivery delivery) implements OrderCommand {}

  record Cancel(@Nullable String reasonRef) implements OrderCommand {}

  record Miss() implements OrderCommand {}

  /** What a lapsed order had taken goes back. */
  record GiveBack() implements OrderCommand {}
}
