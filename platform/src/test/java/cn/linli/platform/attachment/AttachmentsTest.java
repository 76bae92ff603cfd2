package cn.linli.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.local.LocalServers;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Sealing;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.vault.VaultSchema;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentsTest {

  private static final StreamId HEATING = new StreamId("petition", "0heating");
  private static final StreamId PARKING = new StreamId("petition", "0parking");
  private static final String ZHANG = "mark-of-zhang";

  @TempDir Path folder;
  private MongoDatabase database;
  private Secrets secrets;
  private Vault vault;
  private Attachments attachments;
  private int made;

  @BeforeEach
  void emptyStore() {
    database = LocalServers.freshDatabase("attachment");
    VaultSchema.apply(database);
    AttachmentSchema.apply(database);
    secrets = Secrets.loadOrCreate(folder.resolve("petition.keyset"));
    vault = new Vault(database, secrets, Clock.systemUTC());
    attachments = store(Clock.systemUTC());
  }

  private Attachments store(Clock clock) {
    return new Attachments(database, secrets, vault, () -> "file" + made++, clock);
  }

  @Test
  void a_photo_is_stored_clean_and_encrypted_and_read_again() throws Exception {
    var photo =
        attachments.store("image/jpeg", new ByteArrayInputStream(Photos.telltaleJpeg(1)), ZHANG);

    var read = read(photo.id());
    assertThat(photo)
        .returns("image/jpeg", Attachment::mediaType)
        .returns(true, Attachment::metadataStripped)
        .returns((long) read.length, Attachment::bytes)
        .returns(sha256(read), Attachment::sha256);
    assertThat(read).isEqualTo(Photos.encoded("jpg"));
    for (var chunk : database.getCollection("attachment_chunks").find()) {
      var stored = new String(chunk.get("d", Binary.class).getData(), StandardCharsets.ISO_8859_1);
      assertThat(stored).doesNotContain("JFIF");
    }
  }

  @Test
  void a_large_file_goes_through_in_parts() throws Exception {
    var content = new byte[3_000_000];
    new Random(5).nextBytes(content);
    System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), 0, content, 0, 9);

    var file = attachments.store("application/pdf", new ByteArrayInputStream(content), ZHANG);

    assertThat(file.metadataStripped()).isFalse();
    assertThat(read(file.id())).isEqualTo(content);
    assertThat(database.getCollection("attachment_chunks").countDocuments()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "image/jpeg, %PDF-1.7, attachment-type-mismatch",
    "text/plain, %PDF-1.7, attachment-type-mismatch",
    "image/png, hello, attachment-type-mismatch",
    "image/gif, GIF89a, attachment-type-not-allowed",
    "text/html, <p>, attachment-type-not-allowed"
  })
  void what_is_not_allowed_or_not_what_it_says_leaves_nothing(
      String type, String content, String code) {
    assertThatThrownBy(() -> attachments.store(type, stream(content), ZHANG)).hasMessage(code);
    assertThatNothingIsStored();
  }

  @Test
  void one_byte_too_many_is_refused_and_leaves_nothing() {
    var endless =
        new InputStream() {
          private long left = Attachments.MAX_BYTES + 1;

          @Override
          public int read() {
            return left-- > 0 ? 'a' : -1;
          }
        };
    assertThatThrownBy(() -> attachments.store("text/plain", endless, ZHANG))
        .hasMessage("attachment-too-large");
    assertThatNothingIsStored();
  }

  @Test
  void nobody_fills_the_store_with_files_that_belong_to_nothing() throws Exception {
    for (int i = 0; i < Attachments.MAX_WAITING; i++) {
      attachments.store("text/plain", stream("a"), ZHANG);
    }
    assertThatThrownBy(() -> attachments.store("text/plain", stream("a"), ZHANG))
        .hasMessage("too-many-attachments-waiting");
    name(HEATING, "command-1", "file0");
    attachments.store("text/plain", stream("a"), ZHANG);
  }

  @Test
  void the_case_that_names_a_file_takes_its_key() throws Exception {
    var file = attachments.store("text/plain", stream("九户停暖"), ZHANG);
    assertThat(attachments.find(file.id()).orElseThrow().caseKey()).isNull();

    name(HEATING, "command-1", file.id());

    assertThat(attachments.find(file.id()).orElseThrow())
        .returns(HEATING.key(), Attachments.Found::caseKey)
        .returns(false, Attachments.Found::erased);
    assertThat(read(file.id())).isEqualTo("九户停暖".getBytes(StandardCharsets.UTF_8));
    assertThat(uploadKeys()).isZero();

    database.getCollection("vault").bulkWrite(List.of(Vault.erasure(HEATING).model()));
    assertThat(attachments.find(file.id()).orElseThrow().erased()).isTrue();
  }

  @Test
  void a_repeated_command_adds_nothing_and_another_case_is_refused() throws Exception {
    var file = attachments.store("text/plain", stream("九户停暖"), ZHANG);
    name(HEATING, "command-1", file.id());

    var again = vault.sealing(HEATING, "command-1");
    attachments.claim(again, HEATING, null, ZHANG, List.of(file.id()));
    assertThat(again.documents()).isEmpty();
    assertThat(again.besides()).isEmpty();
    var elsewhere = vault.sealing(PARKING, "command-2");
    assertThatThrownBy(() -> attachments.claim(elsewhere, PARKING, null, ZHANG, List.of(file.id())))
        .hasMessage("attachment-taken");
  }

  @Test
  void nobody_names_the_file_of_another_or_one_that_is_not_there() throws Exception {
    var file = attachments.store("text/plain", stream("九户停暖"), ZHANG);
    var seal = vault.sealing(HEATING, "command-1");
    for (var id : List.of(file.id(), "file99")) {
      assertThatThrownBy(() -> attachments.claim(seal, HEATING, null, "mark-of-li", List.of(id)))
          .hasMessage("attachment-unknown");
    }
  }

  @Test
  void a_day_later_what_nobody_named_is_gone_and_an_old_key_is_dropped() throws Exception {
    var unnamed = attachments.store("text/plain", stream("nobody's"), ZHANG);
    var named = attachments.store("text/plain", stream("somebody's"), ZHANG);
    var seal = vault.sealing(HEATING, "command-1");
    attachments.claim(seal, HEATING, null, ZHANG, List.of(named.id()));
    database.getCollection("vault").insertMany(seal.documents()); // as it was before besides

    assertThat(attachments.sweep()).isZero();
    assertThat(store(in(Duration.ofMinutes(6))).sweep()).isOne();
    assertThat(attachments.find(unnamed.id())).isPresent();
    assertThat(store(in(Duration.ofHours(25))).sweep()).isOne();
    assertThat(store(in(Duration.ofHours(25))).sweep()).isZero();

    assertThat(attachments.find(unnamed.id())).isEmpty();
    assertThat(read(named.id())).isEqualTo("somebody's".getBytes(StandardCharsets.UTF_8));
    assertThat(uploadKeys()).isZero();
    assertThat(database.getCollection("attachment_chunks").countDocuments()).isOne();
  }

  private static Clock in(Duration later) {
    return Clock.offset(Clock.systemUTC(), later);
  }

  private void name(StreamId caseStream, String command, String id) {
    var seal = vault.sealing(caseStream, command);
    attachments.claim(seal, caseStream, null, ZHANG, List.of(id));
    commit(seal);
  }

  /** As the committer does it, all in one transaction. */
  private void commit(Sealing seal) {
    database.getCollection("vault").insertMany(seal.documents());
    for (var beside : seal.besides()) {
      database.getCollection(beside.collection()).bulkWrite(List.of(beside.model()));
    }
  }

  private long uploadKeys() {
    return database.getCollection("attachments").countDocuments(Filters.exists("w"));
  }

  private void assertThatNothingIsStored() {
    assertThat(database.getCollection("attachments").countDocuments()).isZero();
    assertThat(database.getCollection("attachment_chunks").countDocuments()).isZero();
  }

  private byte[] read(String id) throws IOException {
    try (var in = attachments.read(attachments.find(id).orElseThrow())) {
      return in.readAllBytes();
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
