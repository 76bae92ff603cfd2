package cn.linli.petition.batches;

import cn.linli.events.petition.BatchEvent;
import cn.linli.events.petition.BatchEvent.BatchOpened;
import cn.linli.petition.domain.Petition;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import java.time.Instant;
import java.util.List;

/**
 * A project and the ids of its requests; how they stand is theirs to say.
 *
 * @param by who opened it
 */
public record Batch(
    String division,
    String projectRef,
    Instant openedAt,
    Instant reinspectAt,
    String by,
    List<String> items) {

  static final Batch NONE =
      new Batch(Petition.UNKNOWN_DIVISION, "", Instant.EPOCH, Instant.EPOCH, "", List.of());

  public Batch {
    items = List.copyOf(items);
  }

  /** Streams {@code batch:<id>}. */
  static final class Kind extends PlainKind<Batch, BatchEvent> {

    private static final String NAME = "batch";

    Kind() {
      super(NAME, 1, Batch.class, BatchEvent.class, NONE);
    }

    static StreamId stream(String id) {
      return new StreamId(NAME, id);
    }

    @Override
    public Batch evolve(Batch state, BatchEvent event, Instant at, String by) {
      return switch (event) {
        case BatchOpened(var division, var projectRef, var reinspectAt, var items) ->
            new Batch(division, projectRef, at, reinspectAt, by, items);
      };
    }

    @Override
    public String division(Batch state) {
      return state.division();
    }
  }
}
