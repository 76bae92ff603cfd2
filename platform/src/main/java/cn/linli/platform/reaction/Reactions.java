package cn.linli.platform.reaction;

import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.platform.commit.CommandGate;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.messaging.Message;

/**
 * Makes the function of a binding:
 *
 * <pre>{@code
 * @Bean
 * Consumer<Message<List<byte[]>>> petitionReactions(Reactions reactions) {
 *   return reactions.to(PetitionEvent.class, "linli.mediation", List.of(new RegisterReferred()));
 * }
 *
 * spring.cloud.function.definition=petitionReactions
 * spring.cloud.stream.bindings.petitionReactions-in-0.destination=linli.petition
 * spring.cloud.stream.bindings.petitionReactions-in-0.group=linli.mediation
 * }</pre>
 *
 * Everything else a binding needs is set for all of them in {@code reaction.properties}.
 */
public final class Reactions {

  private final CommandGate gate;
  private final DeadLetters deadLetters;
  private final ReactionMetrics metrics;

  public Reactions(CommandGate gate, DeadLetters deadLetters, MeterRegistry registry) {
    this.gate = gate;
    this.deadLetters = deadLetters;
    this.metrics = new ReactionMetrics(registry);
  }

  /**
   * @param events what the topic carries
   * @param group the binding's group, told with dead letters
   */
  public <E extends Event> Consumer<Message<List<byte[]>>> to(
      Class<E> events, String group, List<Reaction<E>> reactions) {
    return to(events, List.of(), group, reactions);
  }

  /**
   * @param besides what else travels on the topic and is passed over
   */
  public <E extends Event> Consumer<Message<List<byte[]>>> to(
      Class<E> events,
      List<Class<? extends Event>> besides,
      String group,
      List<Reaction<E>> reactions) {
    Set<String> policies = new HashSet<>();
    for (Reaction<E> reaction : reactions) {
      if (!policies.add(reaction.policy())) {
        throw new IllegalArgumentException("two policies named " + reaction.policy());
      }
    }
    return new ReactionConsumer<>(
        group,
        EventCodec.of(events),
        besides.stream()
            .flatMap(it -> EventCodec.records(it).stream())
            .map(EventCodec::typeName)
            .collect(Collectors.toUnmodifiableSet()),
        reactions,
        new Settlement(gate, metrics),
        deadLetters,
        metrics);
  }
}
