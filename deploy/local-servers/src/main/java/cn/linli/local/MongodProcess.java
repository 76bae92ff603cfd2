package cn.linli.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One running mongod: started by this JVM, or found running and taken over. */
final class MongodProcess {
  private static final Duration START = Duration.ofSeconds(60);
  private static final int POLL_MILLIS = 25;
  private static final int LOG_TAIL_LINES = 5;

  private final MongodOptions options;
  private final ProcessHandle handle;

  private MongodProcess(MongodOptions options, ProcessHandle handle) {
    this.options = options;
    this.handle = handle;
  }

  /** Starts and waits until the port answers. */
  static MongodProcess start(Path program, MongodOptions options) {
    try {
      Files.createDirectories(options.data());
      keepPreviousLog(options.log());
      var process =
          new ProcessBuilder(options.command(program))
              .redirectErrorStream(true)
              .redirectOutput(options.log().toFile())
              .start();
      process.getOutputStream().close();
      Files.writeString(pidFile(options), process.pid() + " " + options.port());
      if (options.temporary()) {
        Watchdog.over(process.toHandle(), options.folder());
      }
      var started = new MongodProcess(options, process.toHandle());
      started.awaitPort();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The server a killed runner left behind on this data, if it still answers. One that hangs is
   * killed.
   */
  static Optional<MongodProcess> findRunning(MongodOptions options) {
    var left = previous(options);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    var handle = left.get().handle();
    var samePort = options.port() == left.get().port();
    if (samePort && Ports.answers(options.port())) {
      return Optional.of(new MongodProcess(options, handle));
    }
    new MongodProcess(options, handle).kill();
    return Optional.empty();
  }

  static Optional<Integer> previousPort(Path folder) {
    return read(folder.resolve("mongod.pid")).map(parts -> Integer.parseInt(parts[1]));
  }

  private record Previous(ProcessHandle handle, int port) {}

  private static Optional<Previous> previous(MongodOptions options) {
    return read(pidFile(options))
        .flatMap(parts ->
            ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(MongodProcess::isAlive)
                .filter(found -> servesFolder(found, options))
                .map(found -> new Previous(found, Integer.parseInt(parts[1]))));
  }

  /** Process ids are used again: only a process whose command names our folder is ours. */
  private static boolean servesFolder(ProcessHandle found, MongodOptions options) {
    return found.info().commandLine().or(() -> found.info().command()).stream()
        .anyMatch(line ->
            line.contains("mongod")
                && (!line.contains("--dbpath") || line.contains(options.data().toString())));
  }

  private static Optional<String[]> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file).strip().split(" "))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path pidFile(MongodOptions options) {
    return options.folder().resolve("mongod.pid");
  }

  private static void keepPreviousLog(Path log) throws IOException {
    if (Files.exists(log)) {
      Files.move(
          log, log.resolveSibling("mongod.previous.log"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void awaitPort() throws IOException {
    var giveUp = System.nanoTime() + START.toNanos();
    while (!Ports.answers(options.port())) {
      if (!isAlive() || System.nanoTime() > giveUp) {
        kill();
        throw new IllegalStateException("mongod did not start; the end of its log:\n" + logTail());
      }
      sleep();
    }
  }

  private String logTail() throws IOException {
    var lines = Files.readAllLines(options.log());
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
  }

  long pid() {
    return handle.pid();
  }

  boolean isAlive() {
    return isAlive(handle);
  }

  /**
   * A killed process nobody has waited for yet (an adopted one) still has an entry in the table, as
   * a zombie.
   */
  static boolean isAlive(ProcessHandle handle) {
    if (!handle.isAlive()) {
      return false;
    }
    try {
      var stat = Files.readString(Path.of("/proc", "" + handle.pid(), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException noProcFileSystemOrGone) {
      return handle.isAlive();
    }
  }

  CompletableFuture<ProcessHandle> onExit() {
    return handle.onExit();
  }

  /** SIGTERM; SIGKILL when that does not end it in time. */
  void stop(Duration patience) {
    signal("CONT");
    handle.destroy();
    if (!awaitEnd(patience)) {
      kill();
    }
  }

  /** SIGKILL, and waits for the end. */
  void kill() {
    handle.destroyForcibly();
    awaitEnd(START);
  }

  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, "" + handle.pid())
          .start()
          .onExit()
          .get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("cannot send SIG" + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitEnd(Duration patience) {
    var giveUp = System.nanoTime() + patience.toNanos();
    while (isAlive()) {
      if (System.nanoTime() > giveUp) {
        return false;
      }
      sleep();
    }
    return true;
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
