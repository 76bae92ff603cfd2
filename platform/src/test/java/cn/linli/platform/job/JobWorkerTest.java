package cn.linli.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.vault.Secrets;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobWorkerTest {

  private static final Caller CLERK =
      new Caller("mark", Role.CITY_OFFICER, DivisionCode.of("3706"), null);

  private final MongoDatabase database = LocalServers.freshDatabase("jobs");
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-05T02:00:00Z"));
  private Jobs jobs;

  @BeforeEach
  void open(@TempDir Path folder) {
    new Schema(JobSchema.parts()).migrate(database);
    InstantSource source = now::get;
    jobs =
        new Jobs(
            database,
            Secrets.loadOrCreate(folder.resolve("keyset.json")),
            source.withZone(ZoneOffset.UTC));
  }

  private Job received(String id, byte[] file) throws IOException {
    return jobs.receive(
        id, "count", CLERK, Map.of("division", "3706"), new ByteArrayInputStream(file));
  }

  private static JobHandler handler(Work work) {
    return new JobHandler() {
      @Override
      public String kind() {
        return "count";
      }

      @Override
      public void run(JobRun run) throws Exception {
        work.run(run);
      }
    };
  }

  private interface Work {
    void run(JobRun run) throws Exception;
  }

  private Job.State state(String id) {
    return jobs.find(id).orElseThrow().state();
  }

  @Test
  void aQueuedJobIsDoneAndItsFileIsGone() throws IOException {
    byte[] file = "张三 13800138000\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    var seen = new AtomicReference<Integer>();
    Job job = received("j1", file);
    try (var worker =
        new JobWorker(
            jobs,
            "me",
            List.of(
                handler(run -> {
                  try (InputStream in = run.file()) {
                    seen.set(Arrays.hashCode(in.readAllBytes()));
                  }
                  run.checkpoint(
                      200_000,
                      Map.of("accepted", 199_999L),
                      List.of(new RejectedRow(7, "too-long", "title")));
                })))) {
      worker.start();
      assertThat(state("j1")).isEqualTo(Job.State.RECEIVING);
      jobs.queue(job);
      await().untilAsserted(() -> assertThat(state("j1")).isEqualTo(Job.State.DONE));
    }
    assertThat(seen.get()).isEqualTo(Arrays.hashCode(file));
    assertThat(jobs.find("j1").orElseThrow().counts()).containsEntry("accepted", 199_999L);
    assertThat(jobs.rejected("j1", 0, 10)).containsExactly(new RejectedRow(7, "too-long", "title"));
    assertThat(database.getCollection(JobSchema.FILES).countDocuments()).isZero();
  }

  @Test
  void theFileIsNotReadableInTheStore() throws IOException {
    received("j1", "张三 13800138000".getBytes(StandardCharsets.UTF_8));
    Document chunk = database.getCollection(JobSchema.FILES).find().first();
    assertThat(new String(chunk.get("c", Binary.class).getData(), StandardCharsets.UTF_8))
        .doesNotContain("13800138000");
  }

  @Test
  void aJobWhoseInstanceEndedGoesOnInAnotherAndTheFirstIsTurnedAway() throws IOException {
    jobs.queue(received("j1", new byte[] {1}));
    JobRun first = jobs.claim("one").orElseThrow();
    first.checkpoint(100, Map.of("accepted", 100L), List.of());
    assertThat(jobs.claim("two")).as("still leased").isEmpty();

    now.updateAndGet(at -> at.plus(Jobs.LEASE).plusMillis(1));
    JobRun second = jobs.claim("two").orElseThrow();

    assertThat(second.resumed()).isTrue();
    assertThat(first.resumed()).isFalse();
    assertThat(second.job().rows()).isEqualTo(100);
    assertThatThrownBy(() -> first.checkpoint(200, Map.of(), List.of()))
        .isInstanceOf(JobLost.class);
    second.checkpoint(300, Map.of("accepted", 300L), List.of());
    second.done();
    assertThat(jobs.find("j1").orElseThrow().rows()).isEqualTo(300);
  }

  @Test
  void aCheckpointKeepsTheLease() throws IOException {
    jobs.queue(received("j1", new byte[] {1}));
    JobRun run = jobs.claim("one").orElseThrow();
    now.updateAndGet(at -> at.plus(Jobs.LEASE.dividedBy(2)));
    run.checkpoint(1, Map.of(), List.of());
    now.updateAndGet(at -> at.plus(Jobs.LEASE.dividedBy(2)).plusMillis(1));
    assertThat(jobs.claim("two")).isEmpty();
  }

  @Test
  void aFailedJobSaysWhyAndIsNotTriedAgain() throws IOException {
    jobs.queue(received("j1", new byte[] {1}));
    try (var worker =
        new JobWorker(
            jobs,
            "me",
            List.of(
                handler(run -> {
                  throw new JobFailed("malformed-file");
                })))) {
      worker.start();
      await().untilAsserted(() -> assertThat(state("j1")).isEqualTo(Job.State.FAILED));
    }
    assertThat(jobs.find("j1").orElseThrow().failure()).isEqualTo("malformed-file");
    now.updateAndGet(at -> at.plus(Duration.ofDays(1)));
    assertThat(jobs.claim("two")).isEmpty();
  }

  @Test
  void rejectedRowsComeInPagesAndOnceEach() throws IOException {
    jobs.queue(received("j1", new byte[] {1}));
    jobs.queue(received("j10", new byte[] {1}));
    JobRun run = jobs.claim("one").orElseThrow();
    var rows =
        LongStream.rangeClosed(1, 12)
            .mapToObj(row -> new RejectedRow(row * 100, "too-long", null))
            .toList();
    run.checkpoint(1200, Map.of(), rows);
    run.checkpoint(1200, Map.of(), rows);
    assertThat(jobs.rejected("j1", 0, 10)).isEqualTo(rows.subList(0, 10));
    assertThat(jobs.rejected("j1", 1000, 10)).isEqualTo(rows.subList(10, 12));
    assertThat(jobs.rejected("j10", 0, 10)).isEmpty();
  }

  @Test
  void whatARequestLeftBehindIsSwept() throws IOException {
    received("j1", new byte[] {1});
    jobs.sweep();
    assertThat(jobs.find("j1")).isPresent();
    now.updateAndGet(at -> at.plus(Duration.ofHours(2)));
    jobs.sweep();
    assertThat(jobs.find("j1")).isEmpty();
    assertThat(database.getCollection(JobSchema.FILES).countDocuments()).isZero();
  }

  @Test
  void aWorkerThatIsClosedStopsInTheMiddleAndAnotherGoesOn() throws Exception {
    jobs.queue(received("j1", new byte[] {1}));
    var started = new CountDownLatch(1);
    var worker =
        new JobWorker(
            jobs,
            "me",
            List.of(
                handler(run -> {
                  run.checkpoint(5, Map.of(), List.of());
                  started.countDown();
                  Thread.sleep(Duration.ofMinutes(1));
                })));
    worker.start();
    started.await();
    worker.close();
    assertThat(state("j1")).isEqualTo(Job.State.RUNNING);
    now.updateAndGet(at -> at.plus(Jobs.LEASE).plusMillis(1));
    assertThat(jobs.claim("two").orElseThrow().job().rows()).isEqualTo(5);
  }
}
