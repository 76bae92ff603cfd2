package cn.linli.petition.casework;

import cn.linli.events.petition.ClaimEvent;
import cn.linli.events.petition.ClaimEvent.Claimed;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be taken once, for instance a client's external id: a stream of its own, so
 * two commands that want it meet in the journal.
 *
 * @param holder key of the request that has it; null: free
 */
public record Claim(@Nullable String holder) {

  static final Claim FREE = new Claim(null);

  /** Streams {@code x:external:<keyed hash of client and external id>}. */
  public static final class External extends PlainKind<Claim, ClaimEvent> {

    static final String NAME = "x:external";

    public External() {
      super(NAME, 1, Claim.class, ClaimEvent.class, FREE);
    }

    static StreamId stream(String mark) {
      return new StreamId(NAME, mark);
    }

    @Override
    public Claim evolve(Claim state, ClaimEvent event, Instant at, String by) {
      return switch (event) {
        case Claimed(var holder) -> new Claim(holder);
      };
    }

    @Override
    public String division(Claim state) {
      return NOWHERE;
    }
  }
}
