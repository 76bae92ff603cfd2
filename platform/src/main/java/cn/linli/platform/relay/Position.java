package cn.linli.platform.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the relay stands; written in the same Kafka transaction as the events it speaks of.
 *
 * @param token resume token after the last commit that was sent, as JSON
 * @param clusterSeconds the server's time of that commit, seconds since the epoch
 * @param journal the collection's uuid: another one is another journal
 * @param topicIds Kafka's ids of the topic and of the position topic, by name
 * @param n per partition the dense number of its last record, 0 if none
 * @param ends per partition the offset after its last record of ours
 */
record Position(
    String token,
    long clusterSeconds,
    String journal,
    Map<String, String> topicIds,
    List<Long> n,
    List<Long> ends) {

  /** The compacted topic holds one key. */
  static final byte[] KEY = "position".getBytes(UTF_8);

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  Position {
    topicIds = Map.copyOf(topicIds);
    n = List.copyOf(n);
    ends = List.copyOf(ends);
  }

  static Position first(
      BsonDocument token, long seconds, String journal, Map<String, String> ids, int partitions) {
    List<Long> zeros = Collections.nCopies(partitions, 0L);
    return new Position(token.toJson(), seconds, journal, ids, zeros, zeros);
  }

  Position movedTo(BsonDocument token, long seconds, List<Long> n, List<Long> ends) {
    return new Position(token.toJson(), seconds, journal, topicIds, n, ends);
  }

  BsonDocument resumeToken() {
    return BsonDocument.parse(token);
  }

  byte[] encode() {
    return MAPPER.writeValueAsBytes(this);
  }

  static Position decode(byte[] json) {
    return MAPPER.readValue(json, Position.class);
  }
}
