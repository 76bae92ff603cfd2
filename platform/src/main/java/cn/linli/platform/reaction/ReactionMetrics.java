package cn.linli.platform.reaction;

import io.micrometer.core.instrument.MeterRegistry;

/** Names begin with {@code linli.reaction}. */
final class ReactionMetrics {

  private final MeterRegistry registry;

  ReactionMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void effect(String policy, boolean again) {
    count(policy, again ? "again" : "effect", "none");
  }

  void decline(String policy, String code, boolean again) {
    count(policy, again ? "again" : "declined", code);
  }

  /** An event whose reaction has no commit yet; alarm when it keeps growing. */
  void pending(String topic) {
    registry.counter("linli.reaction.pending", "topic", topic).increment();
  }

  void deadLetter(String topic) {
    registry.counter("linli.reaction.dead.letters", "topic", topic).increment();
  }

  private void count(String policy, String result, String code) {
    registry
        .counter("linli.reaction.settled", "policy", policy, "result", result, "code", code)
        .increment();
  }
}
