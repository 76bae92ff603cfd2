package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is frozen between reading and sending while another one takes over. */
@Tag("slow")
class RelayStoppedProcessTest {

  private static final Duration LEASE = Duration.ofSeconds(15);
  private static final Duration TAKEOVER_MAX = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final RelayWorld world = RelayWorld.fresh();

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  @Test
  void what_a_frozen_owner_had_read_is_published_once_by_its_heir() throws Exception {
    Process owner = startOwner();
    try {
      await().atMost(TAKEOVER_MAX).until(() -> hasPosition());
      world.commitTogether(streams(), 2);
      await().atMost(TAKEOVER_MAX).until(() -> state(owner) == 'T');
      world.commitTogether(streams(), 1);

      Relay heir = world.relay();
      await().atMost(TAKEOVER_MAX).until(heir::leading);
      Expect.allPublishedOnce(world);
      world.commitTogether(streams(), 1);
      Expect.allPublishedOnce(world);

      new ProcessBuilder("kill", "-CONT", "" + owner.pid()).start().waitFor();
      world.commitTogether(streams(), 1);
      Expect.allPublishedOnce(world);
      await().during(Duration.ofSeconds(2)).atMost(TAKEOVER_MAX).until(heir::leading);
      Expect.allPublishedOnce(world);
      assertThat(new TopicAudit(world.database, world.settings).run().complete()).isTrue();
    } finally {
      owner.destroyForcibly().waitFor();
    }
  }

  private boolean hasPosition() throws Exception {
    try {
      return PositionTopic.last(world.settings.brokers(), world.settings.positions()).isPresent();
    } catch (RuntimeException noTopicYet) {
      return false;
    }
  }

  private Process startOwner() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            StoppedOwner.class.getName(),
            LocalServers.mongo().adminUri(),
            world.database.getName(),
            world.settings.brokers(),
            world.settings.topic(),
            "" + LEASE.toMillis())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("owner.log").toFile())
        .start();
  }

  /** {@code T}: stopped by a signal. */
  private static char state(Process process) throws IOException {
    String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
    return stat.charAt(stat.lastIndexOf(')') + 2);
  }

  private static List<String> streams() {
    return IntStream.range(0, 30).mapToObj(i -> "petition:f" + i).toList();
  }
}
