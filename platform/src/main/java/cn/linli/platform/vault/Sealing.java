package cn.linli.platform.vault;

import cn.linli.platform.commit.Beside;
import cn.linli.platform.commit.StreamId;
import com.google.crypto.tink.Aead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one command puts into the vault. References follow from case and command, so a repeated
 * command makes the same ones; the documents go into the command's transaction and exist only if it
 * is accepted. For one thread.
 */
public final class Sealing {

  /** One sealed value. The committer bounds the whole commit at 4 MB. */
  public static final int MAX_CONTENT_BYTES = 256 * 1024;

  private static final String NOBODY = "";

  private final Aead wrapping;
  private final KeyedHash hash;
  private final String caseKey;
  private final String commandId;
  private final Function<String, Optional<DataKey>> existingKey;
  private final Map<String, DataKey> keys = new HashMap<>();
  private final List<Document> documents = new ArrayList<>();
  private final List<Beside> besides = new ArrayList<>();

  Sealing(
      Aead wrapping,
      KeyedHash hash,
      StreamId caseStream,
      String commandId,
      Function<String, Optional<DataKey>> existingKey) {
    this.wrapping = wrapping;
    this.hash = hash;
    this.caseKey = caseStream.key();
    this.commandId = commandId;
    this.existingKey = existingKey;
  }

  /**
   * Seals what belongs to the case and to no person.
   *
   * @param value a text or a record that Jackson can write
   * @return its reference, for events and states
   */
  public String put(Object value) {
    return put(null, value);
  }

  /** Seals what belongs to a person in this case; erasing the person or the case erases it. */
  public String put(@Nullable PersonMark person, Object value) {
    var ref = VaultRefs.content(hash, caseKey, commandId, documents.size());
    seal(ref, person == null ? NOBODY : person.value(), value);
    return ref;
  }

  /**
   * Takes an uploaded file into the case: its key, so far wrapped for the upload only, is sealed
   * under the key of the case (and person).
   *
   * @param dropped ends the upload's wrapping, in the same transaction
   */
  public void attach(
      @Nullable PersonMark person, String attachmentId, byte[] fileKey, Beside dropped) {
    if (key(person == null ? NOBODY : person.value()) == null) {
      put(person, Map.of()); // its document carries the key; a link is no part of the case's range
    }
    seal(VaultRefs.link(attachmentId), person == null ? NOBODY : person.value(), fileKey);
    documents.getLast().append("s", caseKey);
    beside(dropped);
  }

  /** Adds a write that stands or falls with the command. */
  public void beside(Beside beside) {
    besides.add(beside);
  }

  /** For {@code Command.besides}. */
  public List<Beside> besides() {
    return List.copyOf(besides);
  }

  /** For {@code Command.vault}. */
  public List<Document> documents() {
    return List.copyOf(documents);
  }

  private void seal(String ref, String person, Object value) {
    var plain = Content.JSON.writeValueAsBytes(value);
    if (plain.length > MAX_CONTENT_BYTES) {
      throw new IllegalArgumentException("more than " + MAX_CONTENT_BYTES + " bytes to seal");
    }
    var document = new Document("_id", ref);
    var key = key(person);
    if (key == null) {
      var fresh = DataKey.fresh(wrapping, ref);
      key = fresh.key();
      keys.put(person, key);
      if (!person.equals(NOBODY)) {
        document.append("p", person);
      }
      document.append("k", fresh.wrapped());
    } else {
      document.append("y", key.holder());
    }
    documents.add(document.append("c", key.seal(plain, ref)));
  }

  private @Nullable DataKey key(String person) {
    return keys.computeIfAbsent(person, each -> existingKey.apply(each).orElse(null));
  }
}
