package cn.linli.platform.attachment;

import cn.linli.platform.commit.Beside;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.PersonMark;
import cn.linli.platform.vault.Sealing;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.ProblemException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Files of one service. A file has a key of its own. Until a case names it, that key is wrapped for
 * the upload; the command that names it seals the key into the vault under the case's key and drops
 * the upload's wrapping, both in the command's transaction: from then on the case's key alone leads
 * to the file. Blocking: for virtual threads.
 */
public final class Attachments {

  public static final long MAX_BYTES = 20L * 1024 * 1024;

  /** Files one command may name. */
  public static final int MAX_NAMED = 20;

  /** Files of one uploader that no case has named yet. */
  public static final int MAX_WAITING = 50;

  /** A file that no case has named by then is deleted. */
  static final Duration UNCLAIMED_KEPT = Duration.ofHours(24);

  static final String COLLECTION = "attachments";

  /** Longer than an upload, its command and the committer's retries together. */
  private static final Duration COMMIT_TAKES_AT_MOST = Duration.ofMinutes(5);

  private static final int SWEEP_PAGE = 200;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final MongoCollection<Document> files;
  private final Chunks chunks;
  private final Secrets secrets;
  private final Vault vault;
  private final Supplier<String> ids;
  private final Clock clock;

  /**
   * @param ids makes ids that nobody guesses
   */
  public Attachments(
      MongoDatabase database, Secrets secrets, Vault vault, Supplier<String> ids, Clock clock) {
    this.files = AttachmentSchema.durable(database, COLLECTION);
    this.chunks = new Chunks(AttachmentSchema.durable(database, Chunks.COLLECTION));
    this.secrets = secrets;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Reads, checks, cleans, encrypts and stores as the bytes come in.
   *
   * @param owner who may name it in a command: the mark of the caller
   * @throws ProblemException too large, not allowed, not what it was declared to be
   */
  public Attachment store(String declaredType, InputStream content, String owner)
      throws IOException {
    var type = FileType.declared(declaredType).orElseThrow(AttachmentProblems::typeNotAllowed);
    if (files.countDocuments(waiting(owner), new CountOptions().limit(MAX_WAITING))
        >= MAX_WAITING) {
      throw AttachmentProblems.tooManyWaiting();
    }
    var in = new BufferedInputStream(Streams.bounded(content, MAX_BYTES), BUFFER_BYTES);
    in.mark(FileType.HEAD_BYTES);
    if (!type.fits(in.readNBytes(FileType.HEAD_BYTES))) {
      throw AttachmentProblems.typeMismatch();
    }
    in.reset();

    var id = ids.get();
    var key = FileCipher.freshKey();
    files.insertOne(
        new Document("_id", id)
            .append("o", owner)
            .append("at", Date.from(clock.instant()))
            .append("w", new Binary(secrets.wrap(key, id))));
    boolean stored = false;
    try {
      var attachment = write(id, type, new FileCipher(key, id), in);
      files.updateOne(
          Filters.eq("_id", id),
          Updates.combine(
              Updates.set("type", attachment.mediaType()),
              Updates.set("n", attachment.bytes()),
              Updates.set("sha256", attachment.sha256()),
              Updates.set("clean", attachment.metadataStripped())));
      stored = true;
      return attachment;
    } finally {
      if (!stored) {
        delete(id);
      }
    }
  }

  private Attachment write(String id, FileType type, FileCipher cipher, InputStream in)
      throws IOException {
    var digest = sha256();
    var counted = new CountingStream(cipher.encrypting(chunks.write(id)));
    try (OutputStream out =
        new BufferedOutputStream(new DigestOutputStream(counted, digest), BUFFER_BYTES)) {
      type.cleaner().copy(in, out);
    }
    return new Attachment(
        id,
        type.mediaType(),
        counted.count(),
        HexFormat.of().formatHex(digest.digest()),
        type.cleaner().cleans());
  }

  /**
   * Takes files into the case that a command names them for. A repeated command finds them its own
   * already and adds nothing.
   *
   * @param owner the caller's mark: only who uploaded a file may name it
   * @throws ProblemException unknown, not the caller's, or named by another case
   */
  public void claim(
      Sealing seal,
      StreamId caseStream,
      @Nullable PersonMark person,
      String owner,
      List<String> named) {
    if (named.size() > MAX_NAMED) {
      throw AttachmentProblems.tooMany();
    }
    for (var id : named.stream().distinct().toList()) {
      var link = vault.link(id);
      if (link.isPresent()) {
        if (!link.get().caseKey().equals(caseStream.key())) {
          throw AttachmentProblems.taken();
        }
        continue;
      }
      var file = files.find(Filters.and(Filters.eq("_id", id), Filters.exists("n"))).first();
      if (file == null || !owner.equals(file.getString("o"))) {
        throw AttachmentProblems.unknown();
      }
      var wrapped = file.get("w", Binary.class);
      if (wrapped == null) {
        throw AttachmentProblems.taken(); // by a command that committed since the link was read
      }
      seal.attach(
          person,
          id,
          secrets.unwrap(wrapped.getData(), id),
          new Beside(COLLECTION, new UpdateOneModel<>(Filters.eq("_id", id), claimedNow())));
    }
  }

  /**
   * A file and where it belongs.
   *
   * @param caseKey key of the stream whose scope decides; null while no case has named it
   * @param owner who uploaded it
   */
  public record Found(
      Attachment attachment, @Nullable String caseKey, String owner, Optional<byte[]> key) {

    /** Its case or person was erased: the bytes mean nothing any more. */
    public boolean erased() {
      return key.isEmpty();
    }
  }

  public Optional<Found> find(String id) {
    var file = files.find(Filters.and(Filters.eq("_id", id), Filters.exists("n"))).first();
    if (file == null) {
      return Optional.empty();
    }
    var attachment =
        new Attachment(
            id,
            file.getString("type"),
            file.getLong("n"),
            file.getString("sha256"),
            file.getBoolean("clean"));
    var owner = file.getString("o");
    return Optional.of(
        vault
            .link(id)
            .map(link -> new Found(attachment, link.caseKey(), owner, link.fileKey()))
            .orElseGet(() -> new Found(attachment, null, owner, uploadKey(file))));
  }

  private Optional<byte[]> uploadKey(Document file) {
    return Optional.ofNullable(file.get("w", Binary.class))
        .map(wrapped -> secrets.unwrap(wrapped.getData(), file.getString("_id")));
  }

  /** The content, decrypted while it is read. */
  public InputStream read(Found found) throws IOException {
    var id = found.attachment().id();
    return new FileCipher(found.key().orElseThrow(), id).decrypting(chunks.read(id));
  }

  /**
   * One pass over what waits, oldest first: deletes what nobody named within a day, and drops the
   * upload's key of what a case took before commands did that themselves. Harmless beside others;
   * what it misses waits for the next pass.
   *
   * @return how many it dealt with
   */
  public int sweep() {
    var now = clock.instant();
    var unclaimedBefore = Date.from(now.minus(UNCLAIMED_KEPT));
    var until = Date.from(now.minus(COMMIT_TAKES_AT_MOST));
    var after = new Date(0);
    int done = 0;
    for (var page = waiting(after, until); !page.isEmpty(); page = waiting(after, until)) {
      for (var file : page) {
        done += sweep(file, unclaimedBefore) ? 1 : 0;
      }
      after = page.getLast().getDate("at");
    }
    return done;
  }

  private List<Document> waiting(Date after, Date until) {
    return files
        .find(Filters.and(Filters.exists("w"), Filters.gt("at", after), Filters.lt("at", until)))
        .sort(Sorts.ascending("at"))
        .limit(SWEEP_PAGE)
        .into(new ArrayList<>());
  }

  private boolean sweep(Document file, Date unclaimedBefore) {
    var id = file.getString("_id");
    if (vault.link(id).isPresent()) {
      files.updateOne(Filters.eq("_id", id), claimedNow());
      return true;
    }
    if (file.getDate("at").before(unclaimedBefore)) {
      delete(id);
      return true;
    }
    return false;
  }

  private static Bson waiting(String owner) {
    return Filters.and(Filters.eq("o", owner), Filters.exists("w"));
  }

  private static Bson claimedNow() {
    return Updates.unset("w");
  }

  private void delete(String id) {
    chunks.delete(id);
    files.deleteOne(Filters.eq("_id", id));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
