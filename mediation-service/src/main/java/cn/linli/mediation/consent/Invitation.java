package cn.linli.mediation.consent;

import cn.linli.mediation.casework.DisputeStream;
import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.Resource;
import cn.linli.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * The code by which a party takes its own seat: told once, in the answer to the command that made
 * it, and kept nowhere.
 *
 * @param id the dispute's
 * @param party whose seat
 * @param code 128 bits, to be handed over
 */
record Invitation(String id, String party, String code, long version) implements Versioned {

  /** Makes codes: each follows from its command, so a command that is sent again shows the same. */
  static final class Codes implements Resource<Invitation> {

    private static final String CODE = "join-code";
    private static final String MARK = "join-mark";

    private final KeyedHash hash;

    Codes(KeyedHash hash) {
      this.hash = hash;
    }

    String code(Call<?> call) {
      StreamId stream = DisputeStream.fromPath(call.path("id"));
      return hash.of(CODE, stream.key(), call.path("party"), call.commandId());
    }

    /** What the dispute keeps of a code: it can be compared and not turned back. */
    String mark(StreamId stream, String code) {
      return hash.of(MARK, stream.key(), code);
    }

    @Override
    public Invitation afterCommit(Outcome.Done done, Call<?> call) {
      return new Invitation(done.primary().key(), call.path("party"), code(call), done.version());
    }

    @Override
    public @Nullable Invitation asItIsNow(StreamId primary, Caller caller, Language language) {
      return null;
    }
  }
}
