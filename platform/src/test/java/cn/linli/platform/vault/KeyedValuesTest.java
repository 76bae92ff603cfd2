package cn.linli.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyedValuesTest {

  @TempDir Path folder;

  @Test
  void secrets_are_made_once_for_their_owner_only_and_found_again() throws IOException {
    var file = folder.resolve("secrets/petition.keyset");
    var first = Secrets.loadOrCreate(file).keyedHash().of("phone", "13800138000");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Secrets.load(file).keyedHash().of("phone", "13800138000")).isEqualTo(first);
    assertThat(Secrets.loadOrCreate(file).keyedHash().of("phone", "13800138000")).isEqualTo(first);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void processes_that_start_at_once_share_one_keyset() throws Exception {
    var file = folder.resolve("petition.keyset");
    Callable<String> start = () -> Secrets.loadOrCreate(file).keyedHash().of("any", "thing");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var hashes = new HashSet<String>();
      for (var each : threads.invokeAll(java.util.Collections.nCopies(8, start))) {
        hashes.add(each.get());
      }
      assertThat(hashes).hasSize(1);
    }
  }

  @Test
  void a_missing_or_broken_keyset_is_refused() throws IOException {
    var file = folder.resolve("petition.keyset");
    assertThatThrownBy(() -> Secrets.load(file)).hasMessageContaining("no usable keyset file");
    Files.writeString(file, "{\"wrapping\":{}}");
    assertThatThrownBy(() -> Secrets.load(file)).hasMessageContaining("no usable keyset file");
  }

  @Test
  void purposes_and_parts_never_run_together_and_keys_differ() {
    var hash = secrets("a").keyedHash();
    var all =
        new String[] {
          hash.of("claim", "ab", "c"),
          hash.of("claim", "a", "bc"),
          hash.of("claim", "abc"),
          hash.of("claim", "abc", ""),
          hash.of("command", "abc"),
          secrets("b").keyedHash().of("claim", "abc")
        };
    assertThat(all)
        .doesNotHaveDuplicates()
        .allMatch(each -> each.matches("[0-9a-hjkmnp-tv-z]{26}"));
    assertThat(hash.of("claim", "abc")).isEqualTo(hash.of("claim", "abc"));
  }

  @Test
  void many_threads_hash_with_one_instance() {
    var hash = secrets("a").keyedHash();
    var expected = IntStream.range(0, 2_000).mapToObj(i -> hash.of("n", "" + i)).toList();
    assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> hash.of("n", "" + i)).toList())
        .isEqualTo(expected);
  }

  @Test
  void a_tracking_code_leads_back_to_its_request_and_only_with_its_own_secret() {
    var secrets = secrets("a");
    var codes = secrets.trackingCode();
    var seen = new HashSet<String>();
    for (int i = 0; i < 500; i++) {
      var id = secrets.keyedHash().of("petition", "" + i);
      var code = codes.encode(id);
      seen.add(code);
      assertThat(code).hasSize(26).isNotEqualTo(id);
      assertThat(codes.decode(code)).contains(id);
      assertThat(codes.decode(code.toUpperCase(java.util.Locale.ROOT).replace('0', 'O')))
          .contains(id);
      assertThat(secrets("b").trackingCode().decode(code)).isPresent().get().isNotEqualTo(id);
    }
    assertThat(seen).hasSize(500);
  }

  @ParameterizedTest
  @CsvSource({"''", "abc", "uuuuuuuuuuuuuuuuuuuuuuuuuu", "zzzzzzzzzzzzzzzzzzzzzzzzzz"})
  void what_is_no_code_is_not_decoded(String text) {
    assertThat(secrets("a").trackingCode().decode(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "13800138000,+86 138-0013-8000",
    "13800138000,008613800138000",
    "13800138000,13800138000",
    "05351234567,+86 535 1234567",
    "05351234567,0535-1234567"
  })
  void every_way_to_write_a_phone_number_is_one_person(String one, String other) {
    var hash = secrets("a").keyedHash();
    assertThat(PersonMark.ofPhone(hash, other)).isEqualTo(PersonMark.ofPhone(hash, one));
    assertThat(PersonMark.ofSubject(hash, one)).isNotEqualTo(PersonMark.ofPhone(hash, one));
  }

  private Secrets secrets(String name) {
    return Secrets.loadOrCreate(folder.resolve(name + ".keyset"));
  }

  static class Base32Properties {
    @Property
    void reads_back_what_it_wrote(@ForAll @Size(max = 40) byte[] bytes) {
      assertThat(Base32.decode(Base32.encode(bytes), bytes.length)).contains(bytes);
    }

    @Property
    void texts_sort_like_bytes(
        @ForAll @Size(value = 16) byte[] one, @ForAll @Size(value = 16) byte[] other) {
      assertThat(Integer.signum(Base32.encode(one).compareTo(Base32.encode(other))))
          .isEqualTo(Integer.signum(java.util.Arrays.compareUnsigned(one, other)));
    }
  }
}
