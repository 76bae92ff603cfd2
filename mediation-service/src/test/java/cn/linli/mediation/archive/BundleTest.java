package cn.linli.mediation.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.mediation.papers.CasePaper;
import cn.linli.mediation.papers.Samples;
import cn.linli.platform.vault.DocumentKey;
import cn.linli.platform.vault.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BundleTest {

  private static final Manifest.Subject SUBJECT =
      new Manifest.Subject(
          "archive",
          "0dispute",
          Samples.NUMBER,
          "大海阳社区人民调解委员会",
          17,
          Instant.parse("2026-01-19T08:00:00Z"),
          null,
          List.of());
  private static final Path VERIFIER =
      Path.of("..", "acceptance", "verify_archive.py").toAbsolutePath().normalize();

  @TempDir Path folder;

  private DocumentKey key() {
    return Secrets.loadOrCreate(folder.resolve("keyset")).documentKey();
  }

  private byte[] zip() {
    List<Enclosure> documents = Samples.all(1).stream().map(BundleTest::enclosed).limit(4).toList();
    return Bundle.zip(Manifest.of(SUBJECT, documents, List.of()), documents, key());
  }

  private static Enclosure enclosed(CasePaper paper) {
    return new Enclosure(
        "documents/" + paper.fileName(), paper.form().title(), "application/pdf", paper.pdf());
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  @Test
  void it_lists_each_document_with_its_digest() throws IOException {
    Map<String, byte[]> entries = entries(zip());
    JsonNode manifest = JsonMapper.shared().readTree(entries.get(Manifest.PATH));
    assertThat(manifest.get("documents").size()).isEqualTo(4);
    for (JsonNode line : manifest.get("documents")) {
      byte[] content = entries.get(line.get("path").asString());
      assertThat(line.get("sha256").asString()).isEqualTo(Enclosure.sha256(content));
      assertThat(line.get("bytes").asInt()).isEqualTo(content.length);
    }
    assertThat(entries).hasSize(8);
  }

  @Test
  void the_same_documents_make_the_same_bytes() {
    assertThat(zip()).isEqualTo(zip());
  }

  @Test
  void a_program_without_anything_of_ours_verifies_it_and_finds_what_was_changed()
      throws IOException, InterruptedException {
    byte[] zip = zip();
    Path archive = Files.write(folder.resolve("archive.zip"), zip);
    Path key = Files.writeString(folder.resolve("published.pem"), key().publicPem());
    Path other =
        Files.writeString(
            folder.resolve("other.pem"),
            Secrets.loadOrCreate(folder.resolve("another")).documentKey().publicPem());
    assertThat(verify(archive, key)).isZero();
    assertThat(verify(archive, other)).isEqualTo(1);
    zip[indexOf(zip, "人民调解申请书".getBytes(StandardCharsets.UTF_8))] ^= 1;
    assertThat(verify(Files.write(folder.resolve("changed.zip"), zip), key)).isEqualTo(1);
  }

  private static int verify(Path archive, Path key) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "python3", VERIFIER.toString(), archive.toString(), "--key", key.toString())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static int indexOf(byte[] bytes, byte[] what) {
    for (int i = 0; i <= bytes.length - what.length; i++) {
      if (java.util.Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    throw new AssertionError("not in there");
  }
}
