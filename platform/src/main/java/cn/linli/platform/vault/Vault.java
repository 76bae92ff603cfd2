package cn.linli.platform.vault;

import cn.linli.platform.commit.Beside;
import cn.linli.platform.commit.StreamId;
import com.google.crypto.tink.Aead;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Personal data and free text of one service. One collection: {@code {_id: ref, c: ciphertext, y:
 * ref of the document that carries its key}}; the first document of a person in a case (or of the
 * case itself) carries their key: {@code {_id, c, k: wrapped key, p: person's mark}}. Everything
 * else in the service knows references only. Deleting the carrying documents erases what was ever
 * sealed for that person or case.
 *
 * <p>Keys are unwrapped where they are needed and never cached: an erasure holds at once, on every
 * instance. Blocking: for virtual threads.
 */
public final class Vault {

  public static final String COLLECTION = "vault";

  /** References opened by one call: what the largest page of a list shows, several each. */
  public static final int MAX_REFS = 2_000;

  /** Cases of one person that are told to who asks in a group. */
  public static final int CASES_MAX = 200;

  /** References of one reply that join a group; a page of a list reads for itself. */
  private static final int ONE_REPLY_MAX = 16;

  private final MongoCollection<Document> documents;
  private final Grouped<String, List<String>> cases = new Grouped<>(this::casesOf);
  private final Grouped<String, Optional<Document>> few = new Grouped<>(this::answers);
  private final Aead wrapping;
  private final KeyedHash hash;
  private final AccessLog accessLog;

  public Vault(MongoDatabase database, Secrets secrets, Clock clock) {
    this.documents =
        database
            .getCollection(COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.wrapping = secrets.wrapping();
    this.hash = secrets.keyedHash();
    this.accessLog = new AccessLog(database, wrapping, clock);
  }

  /** For a command that opens a case: there is no key yet, nothing is read. */
  public Sealing sealingNew(StreamId caseStream, String commandId) {
    return new Sealing(wrapping, hash, caseStream, commandId, person -> Optional.empty());
  }

  /** For a command on a case that exists: uses the keys that case has. */
  public Sealing sealing(StreamId caseStream, String commandId) {
    return new Sealing(
        wrapping, hash, caseStream, commandId, person -> existingKey(caseStream.key(), person));
  }

  public Content open(String ref) {
    return openAll(List.of(ref)).get(ref);
  }

  /** All at once, in two reads at most; the answer has every reference asked for. */
  public Map<String, Content> openAll(Collection<String> refs) {
    if (refs.size() > MAX_REFS) {
      throw new IllegalArgumentException("more than " + MAX_REFS + " references");
    }
    var found = find(refs);
    var missing = new HashSet<String>();
    for (var document : found.values()) {
      var holder = document.getString("y");
      if (holder != null && !found.containsKey(holder)) {
        missing.add(holder);
      }
    }
    var holders = new HashMap<>(found);
    holders.putAll(find(missing));

    var keys = new HashMap<String, DataKey>();
    var contents = new LinkedHashMap<String, Content>();
    for (var ref : refs) {
      contents.put(ref, open(ref, found.get(ref), holders, keys));
    }
    return contents;
  }

  /**
   * Reads unmasked, for a reason; who, when, what and why are on record before anything is shown.
   *
   * @param by pseudonymous mark of the reader
   */
  public Map<String, Content> unmask(
      StreamId caseStream, Collection<String> refs, String by, String reason, String correlation) {
    accessLog.record(caseStream, refs, by, reason, correlation);
    return openAll(refs);
  }

  public AccessLog accessLog() {
    return accessLog;
  }

  /**
   * Erases all of a case, with the command that says so: its keys and what lies under them. What
   * another command seals meanwhile under one of those keys can't be opened either.
   */
  public static Beside erasure(StreamId caseStream) {
    return new Beside(COLLECTION, new DeleteManyModel<>(VaultRefs.ofCase(caseStream.key())));
  }

  /** Erases what was sealed in a case for one person: the key goes, with the command. */
  public static Beside erasure(StreamId caseStream, PersonMark person) {
    return new Beside(
        COLLECTION,
        new DeleteManyModel<>(
            Filters.and(VaultRefs.ofCase(caseStream.key()), Filters.eq("p", person.value()))));
  }

  /** Marks of the persons for whom something was sealed in a case. */
  public Set<PersonMark> personsOf(StreamId caseStream) {
    var persons = new HashSet<PersonMark>();
    documents
        .find(Filters.and(VaultRefs.ofCase(caseStream.key()), Filters.exists("k")))
        .projection(Projections.include("p"))
        .forEach(each -> {
          var mark = each.getString("p");
          if (mark != null) {
            persons.add(new PersonMark(mark));
          }
        });
    return persons;
  }

  /** Says who asked for an erasure and why: kept as long as the record of an unmasked read. */
  public void logErasure(StreamId caseStream, String by, String reason, String correlation) {
    accessLog.record(caseStream, List.of(), by, reason, correlation);
  }

  /**
   * Keys of the cases in which something is sealed for a person.
   *
   * @param limit at most so many
   */
  public List<String> casesOf(PersonMark person, int limit) {
    return documents
        .find(Filters.and(Filters.eq("p", person.value()), Filters.exists("k")))
        .projection(Projections.include("_id"))
        .limit(limit)
        .map(each -> VaultRefs.caseKey(each.getString("_id")))
        .into(new LinkedHashSet<>())
        .stream()
        .toList();
  }

  /** {@link #CASES_MAX} of them at most, asked for together with what others ask at the time. */
  public List<String> casesOf(PersonMark person) {
    return cases.get(person.value());
  }

  private Map<String, List<String>> casesOf(List<String> persons) {
    var found = new HashMap<String, List<String>>();
    persons.forEach(person -> found.put(person, new ArrayList<>()));
    int most = persons.size() * CASES_MAX;
    int read = 0;
    for (Document each :
        documents
            .find(Filters.and(Filters.in("p", persons), Filters.exists("k")))
            .projection(Projections.include("p"))
            .limit(most)) {
      read++;
      var cases = found.get(each.getString("p"));
      var caseKey = VaultRefs.caseKey(each.getString("_id"));
      if (cases.size() < CASES_MAX && !cases.contains(caseKey)) {
        cases.add(caseKey);
      }
    }
    if (read == most && persons.size() > 1) { // somebody with very many may have hidden others
      persons.forEach(person -> found.putAll(casesOf(List.of(person))));
    }
    return found;
  }

  /** The key of a file that a case has named, and that case; empty while no case has. */
  public Optional<AttachmentLink> link(String attachmentId) {
    var ref = VaultRefs.link(attachmentId);
    var document = find(List.of(ref)).get(ref);
    if (document == null) {
      return Optional.empty();
    }
    var holders = find(List.of(document.getString("y")));
    var content = open(ref, document, holders, new HashMap<>());
    return Optional.of(new AttachmentLink(document.getString("s"), content.read(byte[].class)));
  }

  /**
   * @param caseKey key of the case's stream
   * @param fileKey empty once erased
   */
  public record AttachmentLink(String caseKey, Optional<byte[]> fileKey) {}

  private Content open(
      String ref,
      @Nullable Document document,
      Map<String, Document> holders,
      Map<String, DataKey> keys) {
    if (document == null) {
      return new Content.Erased();
    }
    var holder = document.get("y", ref);
    var key = keys.computeIfAbsent(holder, each -> unwrap(holders.get(each)));
    return key == null
        ? new Content.Erased()
        : new Content.Open(key.open(document.get("c", Binary.class), ref));
  }

  private @Nullable DataKey unwrap(@Nullable Document holder) {
    return holder == null
        ? null
        : DataKey.unwrap(wrapping, holder.getString("_id"), holder.get("k", Binary.class));
  }

  /** What one reply shows is asked for together with what others show at the time. */
  private Map<String, Document> find(Collection<String> refs) {
    if (refs.isEmpty()) {
      return Map.of();
    }
    if (refs.size() > ONE_REPLY_MAX) {
      return read(refs);
    }
    var found = new HashMap<String, Document>();
    few.getAll(refs).forEach((ref, document) -> document.ifPresent(it -> found.put(ref, it)));
    return found;
  }

  private Map<String, Optional<Document>> answers(List<String> refs) {
    var read = read(refs);
    return refs.stream()
        .collect(Collectors.toMap(ref -> ref, ref -> Optional.ofNullable(read.get(ref))));
  }

  private Map<String, Document> read(Collection<String> refs) {
    var found = new HashMap<String, Document>();
    documents.find(Filters.in("_id", refs)).forEach(each -> found.put(each.getString("_id"), each));
    return found;
  }

  private Optional<DataKey> existingKey(String caseKey, String person) {
    var ofPerson = person.isEmpty() ? Filters.exists("p", false) : Filters.eq("p", person);
    var filter = new ArrayList<>(List.of(VaultRefs.ofCase(caseKey), Filters.exists("k"), ofPerson));
    return Optional.ofNullable(
            documents.find(Filters.and(filter)).projection(Projections.include("k")).first())
        .map(this::unwrap);
  }
}
