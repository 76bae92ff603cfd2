package cn.linli.petition.kin;

import cn.linli.events.petition.Level;
import cn.linli.petition.domain.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is like a request, most alike first. */
public record SimilarReply(List<Item> items) {

  /**
   * @param id null where the reader may not open it: then a resident learns only that neighbours
   *     brought the same, and how it goes
   * @param caption its title with what points at a person struck out; null with {@code id}
   * @param score 0 to 100
   * @param clusterId the request its cluster of one matter and several people gathers under
   */
  public record Item(
      @Nullable String id,
      @Nullable String caption,
      int score,
      Status status,
      Level level,
      String division,
      String category,
      Instant receivedAt,
      @Nullable String clusterId) {}
}
