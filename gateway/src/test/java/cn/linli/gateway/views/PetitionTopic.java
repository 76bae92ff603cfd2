package cn.linli.gateway.views;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.gateway.views.figures.Life;
import cn.linli.local.LocalServers;
import cn.linli.platform.fold.FolderSettings;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A topic of requests' lives, written as the relay writes: one transaction, records numbered. */
public final class PetitionTopic implements AutoCloseable {

  private final NumberedTopic<PetitionEvent> topic;

  public PetitionTopic() {
    this("petition-" + UUID.randomUUID());
    LocalServers.kafka()
        .createTopic(topic.name(), NumberedTopic.PARTITIONS, Map.of("retention.ms", "-1"));
  }

  public PetitionTopic(String name) {
    topic = new NumberedTopic<>(name, "petition", PetitionEvent.class);
  }

  public String name() {
    return topic.name();
  }

  public FolderSettings settings() {
    return FolderSettings.of(
        Map.of("bootstrap.servers", LocalServers.brokers()), List.of(topic.name()));
  }

  public long size() {
    return topic.size();
  }

  /** All events of these lives, in one transaction. */
  public void send(List<Life> lives) {
    topic.send(
        lives.stream()
            .map(life ->
                life.events().stream()
                    .map(it -> new NumberedTopic.Stamped<PetitionEvent>(it.event(), it.stamp()))
                    .toList())
            .toList());
  }

  public void send(Life... lives) {
    send(List.of(lives));
  }

  @Override
  public void close() {
    topic.close();
  }
}
