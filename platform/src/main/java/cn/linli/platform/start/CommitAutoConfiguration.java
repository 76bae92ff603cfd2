package cn.linli.platform.start;

import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.commit.Admission;
import cn.linli.platform.commit.BatchNotes;
import cn.linli.platform.commit.Committer;
import cn.linli.platform.commit.CommitterLimits;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StreamKind;
import cn.linli.platform.division.DivisionAutoConfiguration;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.journal.ClockGuard;
import cn.linli.platform.journal.History;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.journal.StateAudit;
import cn.linli.platform.relay.RelayAutoConfiguration;
import cn.linli.platform.service.ServiceAutoConfiguration;
import cn.linli.platform.timer.TimerLimits;
import cn.linli.platform.timer.TimerScheduler;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/**
 * Committer, history, audit and timers for a service that declares at least one {@link StreamKind}.
 * Comes before the relay, which may only watch a store that was checked. Further {@link
 * Schema.Parts}, {@link BatchNotes} and {@link Admission} beans are taken in.
 */
@AutoConfiguration(
    after = {ServiceAutoConfiguration.class, DivisionAutoConfiguration.class},
    before = RelayAutoConfiguration.class)
@ConditionalOnBean({MongoDatabase.class, StreamKind.class})
public class CommitAutoConfiguration {

  @Bean
  Kinds kinds(List<StreamKind<?, ?>> kinds, Divisions divisions) {
    return new Kinds(kinds, code -> divisions.now().pathOf(code), WorkCalendar.ZONE);
  }

  @Bean
  Schema schema(ObjectProvider<Schema.Parts> parts) {
    return new Schema(all(parts));
  }

  private static List<Schema.Part> all(ObjectProvider<Schema.Parts> parts) {
    return parts.stream().flatMap(more -> more.all().stream()).toList();
  }

  /**
   * @param migrate {@code linli.schema.migrate}: make collections and indexes first, for a start
   *     that is alone on its database (development, tests); elsewhere {@link StoreMigration} is a
   *     step of its own
   */
  @Bean
  CheckedStore checkedStore(
      MongoClient client,
      MongoDatabase database,
      Schema schema,
      ObjectProvider<Schema.Parts> parts,
      @Value("${linli.schema.migrate:false}") boolean migrate) {
    return CheckedStore.of(
        client, database, schema, migrate ? Optional.of(all(parts)) : Optional.empty());
  }

  @Bean(destroyMethod = "close")
  ClockGuard clockGuard(CheckedStore store, Clock clock) {
    return new ClockGuard(store.client(), clock).start();
  }

  @Bean(destroyMethod = "close")
  Committer committer(
      CheckedStore store,
      Kinds kinds,
      Clock clock,
      ObjectProvider<BatchNotes> notes,
      ObjectProvider<Admission> admissions,
      ObjectProvider<MeterRegistry> registry) {
    var all = admissions.orderedStream().toList();
    return new Committer(
        new Committer.Store(
            store.client(), store.database(), kinds, notes.orderedStream().toList()),
        CommitterLimits.STANDARD,
        clock,
        () -> closed(all.stream()),
        registry.getIfAvailable(SimpleMeterRegistry::new));
  }

  private static Optional<Duration> closed(Stream<Admission> admissions) {
    return admissions.map(Admission::closedFor).flatMap(Optional::stream).findFirst();
  }

  @Bean
  History history(CheckedStore store, Kinds kinds) {
    return new History(store.database(), kinds);
  }

  @Bean
  StateAudit stateAudit(CheckedStore store, Kinds kinds) {
    return new StateAudit(store.database(), kinds);
  }

  @Bean(destroyMethod = "close")
  TimerScheduler timerScheduler(
      CheckedStore store,
      Committer committer,
      Clock clock,
      @Value("${linli.instance:${random.uuid}}") String instance,
      ObjectProvider<MeterRegistry> registry) {
    return new TimerScheduler(
        store.database(),
        committer,
        clock,
        TimerLimits.STANDARD,
        instance,
        registry.getIfAvailable(SimpleMeterRegistry::new));
  }

  /** Not before the service is ready: what is due may need all of it. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> startTimers(TimerScheduler timers) {
    return ready -> timers.start();
  }
}
