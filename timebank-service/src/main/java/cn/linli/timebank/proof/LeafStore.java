package cn.linli.timebank.proof;

import cn.linli.platform.journal.Schema;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;

/**
 * What the last roots were made of, in chunks of 512 leaves: a chunk's tree is a part of the whole
 * one, so a path is found by reading two documents.
 *
 * <p>Collection {@code leaves}: {@code {_id: "<set>:<chunk, six digits>", of: set, n: number of the
 * root, first: key of the first leaf, l: [texts]}} and {@code {_id: "<set>:top", of, n, l: [hash of
 * each chunk, hex], redeemed: {place: minutes}}}. All of it follows from the journal.
 */
public final class LeafStore {

  private static final String COLLECTION = "leaves";
  private static final int PER_CHUNK = 512;

  /** Roots whose leaves are kept: the last, and the one before for whoever is just asking. */
  private static final int KEPT = 2;

  private static final HexFormat HEX = HexFormat.of();

  private final MongoCollection<Document> chunks;

  LeafStore(MongoDatabase database) {
    this.chunks =
        database
            .getCollection(COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY);
  }

  /** The collection and its index. */
  public static Schema.Part schema() {
    return new Schema.Part(
        COLLECTION, List.of(Schema.Index.on(new Document("of", 1).append("first", 1))));
  }

  /**
   * Of what root. Two audits that run at once may be about to give the same number; what was booked
   * up to one instant is the same for both.
   */
  record Set(long number, Instant asOf) {
    String id() {
      return number + "@" + asOf.toEpochMilli();
    }
  }

  /** A leaf and its way to the root. */
  record Place(Leaf leaf, List<MerkleTree.Step> path) {}

  /**
   * Keeps what a root is made of; may be repeated.
   *
   * @param leaves in their order
   * @param redeemed minutes spent in the last year, by place
   * @return the root
   */
  byte[] keep(Set set, List<Leaf> leaves, Map<String, Long> redeemed) {
    var tops = new ArrayList<byte[]>();
    for (int from = 0; from < leaves.size(); from += PER_CHUNK) {
      List<Leaf> chunk = leaves.subList(from, Math.min(leaves.size(), from + PER_CHUNK));
      put(
          set.id() + ":" + "%06d".formatted(from / PER_CHUNK),
          new Document("n", set.number())
              .append("of", set.id())
              .append("first", chunk.getFirst().id().key())
              .append("l", chunk.stream().map(Leaf::text).toList()));
      tops.add(tree(chunk).root());
    }
    put(
        set.id() + ":top",
        new Document("n", set.number())
            .append("of", set.id())
            .append("l", tops.stream().map(HEX::formatHex).toList())
            .append("redeemed", new Document(redeemed)));
    return MerkleTree.above(tops).root();
  }

  private void put(String id, Document document) {
    chunks.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
  }

  /** Those before the last two go; so does what a run left that came to no end. */
  void forget(Set last) {
    chunks.deleteMany(
        Filters.or(
            Filters.lte("n", last.number() - KEPT),
            Filters.and(Filters.gte("n", last.number()), Filters.ne("of", last.id()))));
  }

  Optional<Place> find(Set set, Leaf.Id id) {
    Document chunk =
        chunks
            .find(Filters.and(Filters.eq("of", set.id()), Filters.lte("first", id.key())))
            .sort(Sorts.descending("first"))
            .first();
    Document top = chunks.find(Filters.eq("_id", set.id() + ":top")).first();
    if (chunk == null || top == null) {
      return Optional.empty();
    }
    List<Leaf> leaves = leaves(chunk);
    for (int at = 0; at < leaves.size(); at++) {
      if (leaves.get(at).id().equals(id)) {
        var path = new ArrayList<>(tree(leaves).path(at));
        var tops = top.getList("l", String.class).stream().map(HEX::parseHex).toList();
        String chunkId = chunk.getString("_id");
        int index = Integer.parseInt(chunkId.substring(chunkId.indexOf(':') + 1));
        path.addAll(MerkleTree.above(tops).path(index));
        return Optional.of(new Place(leaves.get(at), path));
      }
    }
    return Optional.empty();
  }

  /** Of a root: the leaves of some passbooks. */
  Map<Leaf.Id, Leaf> of(Set set, Predicate<String> accounts) {
    var found = new HashMap<Leaf.Id, Leaf>();
    chunks
        .find(Filters.and(Filters.eq("of", set.id()), Filters.exists("first")))
        .forEach(chunk ->
            leaves(chunk).stream()
                .filter(leaf -> accounts.test(leaf.id().account()))
                .forEach(leaf -> found.put(leaf.id(), leaf)));
    return found;
  }

  /** What was given to {@link #keep} for a root; empty if it is not kept any more. */
  Map<String, Long> redeemed(Set set) {
    Document top = chunks.find(Filters.eq("_id", set.id() + ":top")).first();
    var found = new HashMap<String, Long>();
    if (top != null && top.containsKey("redeemed")) {
      top.get("redeemed", Document.class)
          .forEach((place, minutes) -> found.put(place, ((Number) minutes).longValue()));
    }
    return found;
  }

  private static List<Leaf> leaves(Document chunk) {
    return chunk.getList("l", String.class).stream().map(Leaf::parse).toList();
  }

  private static MerkleTree tree(List<Leaf> leaves) {
    return MerkleTree.of(leaves.stream().map(Leaf::bytes).toList());
  }
}
