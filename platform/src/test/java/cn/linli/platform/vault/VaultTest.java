package cn.linli.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.local.LocalServers;
import cn.linli.platform.commit.StreamId;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

  private static final StreamId HEATING = new StreamId("petition", "0heating");
  private static final StreamId PARKING = new StreamId("petition", "0parking");
  private static final Instant NOON = Instant.parse("2026-01-05T04:00:00Z");

  record Contact(String name, String phone) {}

  @TempDir Path folder;
  private MongoDatabase database;
  private Secrets secrets;
  private Vault vault;
  private PersonMark zhang;
  private PersonMark li;

  @BeforeEach
  void emptyVault() {
    database = LocalServers.freshDatabase("vault");
    VaultSchema.apply(database);
    VaultSchema.apply(database);
    secrets = Secrets.loadOrCreate(folder.resolve("petition.keyset"));
    vault = new Vault(database, secrets, Clock.fixed(NOON, ZoneOffset.UTC));
    zhang = PersonMark.ofPhone(secrets.keyedHash(), "13800138000");
    li = PersonMark.ofPhone(secrets.keyedHash(), "13900139000");
  }

  @Test
  void what_was_sealed_is_read_again_and_stored_nowhere_in_clear() {
    var seal = vault.sealingNew(HEATING, "command-1");
    var contact = seal.put(zhang, new Contact("张三", "13800138000"));
    var text = seal.put("九户停暖一周");
    commit(seal);

    assertThat(vault.open(contact).read(Contact.class)).contains(new Contact("张三", "13800138000"));
    assertThat(vault.open(text).text()).contains("九户停暖一周");
    for (var document : database.getCollection("vault").find()) {
      var clear = new StringBuilder(document.toJson());
      document.values().stream()
          .filter(Binary.class::isInstance)
          .forEach(
              each -> clear.append(new String(((Binary) each).getData(), StandardCharsets.UTF_8)));
      assertThat(clear).doesNotContain("张三", "13800138000", "停暖");
    }
  }

  @Test
  void a_repeated_command_names_the_same_references() {
    var first = vault.sealingNew(HEATING, "command-1");
    var again = vault.sealingNew(HEATING, "command-1");
    var other = vault.sealingNew(HEATING, "command-2");
    var ref = first.put("text");
    assertThat(again.put("text")).isEqualTo(ref).startsWith("0heating.");
    assertThat(other.put("text")).isNotEqualTo(ref);
    assertThat(first.put("text")).isNotEqualTo(ref);
  }

  @Test
  void one_person_has_one_key_in_a_case_and_another_in_the_next() {
    var first = vault.sealingNew(HEATING, "command-1");
    first.put(zhang, "one");
    first.put(zhang, "two");
    commit(first);
    var later = vault.sealing(HEATING, "command-2");
    later.put(zhang, "three");
    later.put("of the case");
    later.put("of the case, too");
    commit(later);
    var next = vault.sealing(PARKING, "command-3");
    next.put(zhang, "elsewhere");
    commit(next);

    assertThat(keyHolders(HEATING)).hasSize(2);
    assertThat(keyHolders(PARKING)).hasSize(1);
  }

  @Test
  void the_cases_of_a_person_are_found_and_only_those() {
    var seal = vault.sealingNew(HEATING, "command-1");
    seal.put(zhang, "of Zhang");
    seal.put(zhang, "of Zhang, too");
    seal.put(li, "of Li");
    commit(seal);
    var elsewhere = vault.sealingNew(PARKING, "command-2");
    elsewhere.put(zhang, "of Zhang, elsewhere");
    commit(elsewhere);

    assertThat(vault.casesOf(zhang, 10)).containsExactlyInAnyOrder(HEATING.key(), PARKING.key());
    assertThat(vault.casesOf(li, 10)).containsExactly(HEATING.key());
    assertThat(vault.casesOf(zhang, 1)).hasSize(1);
    assertThat(vault.casesOf(zhang)).containsExactlyInAnyOrder(HEATING.key(), PARKING.key());
    assertThat(vault.casesOf(PersonMark.ofPhone(secrets.keyedHash(), "13700000000"))).isEmpty();
    erase(HEATING);
    assertThat(vault.casesOf(zhang, 10)).containsExactly(PARKING.key());
  }

  @Test
  void erasing_a_case_erases_all_of_it_and_nothing_else() {
    var seal = vault.sealingNew(HEATING, "command-1");
    var refs = List.of(seal.put(zhang, "of Zhang"), seal.put("of the case"));
    commit(seal);
    var elsewhere = vault.sealingNew(PARKING, "command-2");
    var kept = elsewhere.put(zhang, "elsewhere");
    commit(elsewhere);

    erase(HEATING);

    assertThat(vault.openAll(refs).values()).allMatch(Content.Erased.class::isInstance);
    assertThat(vault.open(kept).text()).contains("elsewhere");
  }

  @Test
  void two_first_writers_do_not_meet_and_one_erasure_takes_both() {
    var one = vault.sealing(HEATING, "command-1");
    var other = vault.sealing(HEATING, "command-2");
    var refs = List.of(one.put(zhang, "one"), other.put(zhang, "other"));
    commit(one);
    commit(other);
    assertThat(vault.openAll(refs).values()).allMatch(Content.Open.class::isInstance);

    erase(HEATING);
    assertThat(vault.openAll(refs).values()).allMatch(Content.Erased.class::isInstance);
  }

  @Test
  void what_is_written_under_an_erased_key_stays_erased() {
    var seal = vault.sealingNew(HEATING, "command-1");
    seal.put(zhang, "one");
    commit(seal);
    var underWay = vault.sealing(HEATING, "command-2");
    var ref = underWay.put(zhang, "two");
    erase(HEATING);
    commit(underWay);

    assertThat(vault.open(ref)).isInstanceOf(Content.Erased.class);
  }

  @Test
  void a_ciphertext_moved_to_another_place_does_not_open() {
    var seal = vault.sealingNew(HEATING, "command-1");
    var one = seal.put("one");
    var two = seal.put("two");
    commit(seal);
    var documents = database.getCollection("vault");
    var stolen = documents.find(Filters.eq("_id", one)).first();
    documents.updateOne(Filters.eq("_id", two), Updates.set("c", stolen.get("c")));

    assertThatThrownBy(() -> vault.open(two)).hasMessageContaining("does not open");
  }

  @Test
  void another_service_s_secrets_open_nothing() {
    var seal = vault.sealingNew(HEATING, "command-1");
    var ref = seal.put("text");
    commit(seal);
    var stranger =
        new Vault(
            database, Secrets.loadOrCreate(folder.resolve("other.keyset")), Clock.systemUTC());
    assertThatThrownBy(() -> stranger.open(ref)).hasMessageContaining("does not open");
  }

  @Test
  void an_unmasked_read_is_on_record_with_its_sealed_reason() {
    var seal = vault.sealingNew(HEATING, "command-1");
    var ref = seal.put(zhang, new Contact("张三", "13800138000"));
    commit(seal);

    var read = vault.unmask(HEATING, List.of(ref), "grid-worker@370602#0k", "回访张三", "thread-1");

    assertThat(read.get(ref).read(Contact.class)).isPresent();
    var access = vault.accessLog().of(HEATING).getFirst();
    assertThat(access)
        .returns(NOON, AccessLog.Access::at)
        .returns("grid-worker@370602#0k", AccessLog.Access::by)
        .returns(List.of(ref), AccessLog.Access::refs)
        .returns("回访张三", AccessLog.Access::reason);
    assertThat(database.getCollection("access_log").find().first().toJson()).doesNotContain("张三");
    erase(HEATING);
    assertThat(vault.accessLog().of(HEATING)).hasSize(1);
  }

  @Test
  void too_much_is_refused() {
    var seal = vault.sealingNew(HEATING, "command-1");
    assertThatThrownBy(() -> seal.put("x".repeat(Sealing.MAX_CONTENT_BYTES)))
        .hasMessageContaining("to seal");
    assertThat(seal.documents()).isEmpty();
  }

  @Test
  void the_server_filters_by_sketch() {
    var sketch = secrets.sketch();
    var states = database.getCollection("state");
    states.insertOne(new Document("_id", "heating").append("q", sketch.of("九户停暖一周")));
    states.insertOne(new Document("_id", "parking").append("q", sketch.of("停车位紧张")));

    assertThat(ids(states.find(sketch.filter("q", "停暖")))).containsExactly("heating");
    assertThat(ids(states.find(sketch.filter("q", "停车位")))).containsExactly("parking");
    assertThat(ids(states.find(sketch.filter("q", "停")))).containsExactly("heating", "parking");
  }

  /** As the committer does it, with the command that says so. */
  private void erase(StreamId caseStream) {
    var erasure = Vault.erasure(caseStream);
    database.getCollection(erasure.collection()).bulkWrite(List.of(erasure.model()));
  }

  private List<Document> keyHolders(StreamId caseStream) {
    return database
        .getCollection("vault")
        .find(Filters.and(Filters.exists("k"), VaultRefs.ofCase(caseStream.key())))
        .into(new ArrayList<>());
  }

  private static List<String> ids(Iterable<Document> documents) {
    var ids = new ArrayList<String>();
    documents.forEach(each -> ids.add(each.getString("_id")));
    return ids;
  }

  private void commit(Sealing seal) {
    database.getCollection("vault").insertMany(seal.documents());
  }
}
