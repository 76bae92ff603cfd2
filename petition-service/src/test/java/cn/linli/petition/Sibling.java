package cn.linli.petition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another instance of the service: a process of its own on the same database. */
final class Sibling implements AutoCloseable {

  private static final int STOP_SECONDS = 15;

  private final String name;
  private final Process process;

  Sibling(String name, Map<String, String> shared) {
    this.name = name;
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(PetitionService.class.getName());
    command.add("--server.port=0");
    command.add("--spring.main.banner-mode=off");
    command.add("--spring.cloud.function.definition=");
    command.add("--linli.instance=" + name);
    shared.forEach((key, value) -> command.add("--" + key + "=" + value));
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As a power cut does it. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
