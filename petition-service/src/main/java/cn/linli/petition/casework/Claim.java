package cn.linli.petition.casework;

import cn.linli.events.petition.ClaimEvent;
import cn.linli.events.petition.ClaimEvent.Claimed;
import cn.linli.petition.domain.Petition;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
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
  public static final class External implements StreamKind<Claim, ClaimEvent> {

    static final String NAME = "x:external";

    static StreamId stream(String mark) {
      return new StreamId(NAME, mark);
    }

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public int schema() {
      return 1;
    }

    @Override
    public Class<Claim> stateType() {
      return Claim.class;
    }

    @Override
    public Class<ClaimEvent> eventType() {
      return ClaimEvent.class;
    }

    @Override
    public Claim initial() {
      return FREE;
    }

    @Override
    public Claim evolve(Claim state, ClaimEvent event, Instant at, String by) {
      return switch (event) {
        case Claimed(var holder) -> new Claim(holder);
      };
    }

    @Override
    public String division(Claim state) {
      return Petition.UNKNOWN_DIVISION;
    }
  }
}
