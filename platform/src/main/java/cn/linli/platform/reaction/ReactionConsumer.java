package cn.linli.platform.reaction;

import cn.linli.events.CloudEventHeaders;
import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.events.Recorded;
import cn.linli.events.UndecodableEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;

/**
 * The function behind a batch binding. Events of one stream are handled one after the other, those
 * of different streams side by side, so that the committer can batch them. It returns when every
 * reaction of the batch has its commit, and only then the offset moves.
 */
final class ReactionConsumer<E extends Event> implements Consumer<Message<List<byte[]>>> {

  private static final Logger LOG = LoggerFactory.getLogger(ReactionConsumer.class);

  /** A quarter of the committer's queue: reactions must not crowd out people. */
  private static final int STREAMS_AT_ONCE_MAX = 256;

  private final String group;
  private final EventCodec<E> codec;
  private final Set<String> besides;
  private final List<Reaction<E>> reactions;
  private final Settlement settlement;
  private final DeadLetters deadLetters;
  private final ReactionMetrics metrics;

  ReactionConsumer(
      String group,
      EventCodec<E> codec,
      Set<String> besides,
      List<Reaction<E>> reactions,
      Settlement settlement,
      DeadLetters deadLetters,
      ReactionMetrics metrics) {
    this.group = group;
    this.codec = codec;
    this.besides = besides;
    this.reactions = List.copyOf(reactions);
    this.settlement = settlement;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  /** What one event asks for, remembered with its place in the batch. */
  private record Task<E extends Event>(Delivered record, Recorded<E> event) {}

  private record Failed(Delivered record, Throwable why) {
    Failed first(Failed other) {
      return other.record.index() < record.index() ? other : this;
    }
  }

  @Override
  public void accept(Message<List<byte[]>> batch) {
    Map<String, List<Task<E>>> streams = new LinkedHashMap<>();
    for (Delivered record : Delivered.of(batch)) {
      decode(record)
          .ifPresent(event ->
              streams
                  .computeIfAbsent(event.stream(), s -> new ArrayList<>())
                  .add(new Task<>(record, event)));
    }
    settle(streams)
        .ifPresent(failed -> {
          metrics.pending(failed.record().topic());
          LOG.warn(
              "group {} stays at {}: {}", group, failed.record().place(), failed.why().toString());
          throw new BatchListenerFailedException(
              "no commit for " + failed.record().place(), failed.why(), failed.record().index());
        });
  }

  private Optional<Recorded<E>> decode(Delivered record) {
    try {
      String type =
          CloudEventHeaders.text(CloudEventHeaders.TYPE, record.headers()::get, "unknown");
      if (besides.contains(type)) {
        return Optional.empty();
      }
      return Optional.of(CloudEventHeaders.read(codec, record.headers()::get, record.value()));
    } catch (UndecodableEvent e) {
      deadLetters.put(record, group, e);
      metrics.deadLetter(record.topic());
      LOG.error("group {} passes over {}: {}", group, record.place(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Everything before the first failed record is settled; what comes after it may be too. */
  private Optional<Failed> settle(Map<String, List<Task<E>>> streams) {
    var first = new AtomicReference<Failed>();
    var permits = new Semaphore(STREAMS_AT_ONCE_MAX);
    try (ExecutorService streamsAtOnce = Executors.newVirtualThreadPerTaskExecutor()) {
      for (List<Task<E>> stream : streams.values()) {
        permits.acquireUninterruptibly();
        streamsAtOnce.execute(() -> {
          try {
            settle(stream, first);
          } finally {
            permits.release();
          }
        });
      }
    }
    return Optional.ofNullable(first.get());
  }

  private void settle(List<Task<E>> stream, AtomicReference<Failed> first) {
    for (Task<E> task : stream) {
      try {
        settle(task.event());
      } catch (Throwable e) {
        first.accumulateAndGet(
            new Failed(task.record(), e), (old, now) -> old == null ? now : old.first(now));
        return;
      }
    }
  }

  private void settle(Recorded<E> event) throws InterruptedException {
    for (Reaction<E> reaction : reactions) {
      if (event.stamp().recordedAt().isBefore(reaction.appliesSince())) {
        continue;
      }
      Optional<Effect> effect = reaction.react(event);
      if (effect.isPresent()) {
        settlement.settle(event, reaction, effect.get());
      }
    }
  }
}
