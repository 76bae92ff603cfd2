package cn.linli.mediation.casework;

import cn.linli.events.mediation.CommitteeEvent;
import cn.linli.events.mediation.CommitteeKind;
import cn.linli.mediation.domain.roster.Committee;
import cn.linli.mediation.domain.roster.CommitteeEvolution;
import cn.linli.mediation.domain.roster.CommitteeRules;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that mediate: streams {@code k:<id>}. The one committee of a division has the division's
 * code as its id, so there is never a second one; other bodies have ids of their own.
 */
public final class CommitteeCases extends PlainKind<Committee, CommitteeEvent> {

  /** An id of a body. */
  public static final String ID = StreamName.ID + "|[0-9]{6}|[0-9]{9}|[0-9]{12}";

  private static final StreamName NAME = StreamName.of("k", ID);
  private static final StreamName OWN = StreamName.ofIds(NAME.kind());

  public CommitteeCases() {
    super(NAME.kind(), 1, Committee.class, CommitteeEvent.class, Committee.NONE);
  }

  public static StreamId stream(String id) {
    return NAME.stream(id);
  }

  public static StreamId fromPath(String id) {
    return NAME.fromPath(id);
  }

  /** An id that is no division's code. */
  static boolean isOwnId(String text) {
    return OWN.isKey(text);
  }

  /**
   * @param derived for what is not the one committee of a division
   */
  public static StreamId stream(CommitteeKind kind, String division, String derived) {
    return stream(kind == CommitteeKind.COMMITTEE ? division : derived);
  }

  @Override
  public Committee evolve(Committee state, CommitteeEvent event, Instant at, String by) {
    return CommitteeEvolution.evolve(state, event, at);
  }

  @Override
  public @Nullable Instant due(Committee state) {
    return state.due();
  }

  @Override
  public Decision<CommitteeEvent> fallDue(Committee state, Instant at) {
    return CommitteeRules.fallDue(state);
  }

  @Override
  public String division(Committee state) {
    return state.filed().division();
  }

  @Override
  public void index(Committee state, Document into) {
    into.append(
            RosterFields.PLACES,
            RosterFields.around(state.filed().division()).map(RosterFields::bodies).toList())
        .append(RosterFields.SINCE, Date.from(Objects.requireNonNull(state.registeredAt())));
  }
}
