package cn.linli.petition.queries;

import cn.linli.events.Recorded;
import cn.linli.events.petition.EvidenceEvent.EvidenceAdded;
import cn.linli.events.petition.FormalEvent;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.Histories;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The journal of a request, for people. */
final class PetitionHistories {

  private static final Set<String> LEFT_OUT =
      Set.of(
          "contentRef",
          "contactRef",
          "attendeesRef",
          "partiesRef",
          "accusedMark",
          "externalMark",
          "sketch");

  private final Histories<PetitionEvent> histories;
  private final PetitionStates states;
  private final Reach reach;

  PetitionHistories(History history, PetitionStates states, Reach reach, Vault vault) {
    this.histories = new Histories<>(history, vault, PetitionEvent.class, LEFT_OUT);
    this.states = states;
    this.reach = reach;
  }

  @Nullable Object of(Query<NoBody> query) {
    StreamId stream = PetitionStream.fromPath(query.path("id"));
    var stored = states.find(stream);
    if (stored.isEmpty()) {
      return null;
    }
    return switch (reach.of(stored.get().petition(), query.caller())) {
      case HIDDEN -> null;
      case OUT_OF_SCOPE -> throw AccessException.outOfScope();
      case OPEN -> histories.page(stream, query, new Eyes(query.caller()));
    };
  }

  /** Notes between offices are not the petitioner's: the answer is, and their own words are. */
  private record Eyes(Caller caller) implements Histories.Sight<PetitionEvent> {

    @Override
    public boolean opens(Recorded<PetitionEvent> event) {
      return !caller.is(Role.RESIDENT) || isAnswer(event.event()) || event.by().equals(caller.by());
    }

    @Override
    public Set<String> hides(PetitionEvent event) {
      return caller.is(Role.RESIDENT) && event instanceof EvidenceAdded added && added.internal()
          ? Set.of("attachments")
          : Set.of();
    }

    private static boolean isAnswer(PetitionEvent event) {
      return switch (event) {
        case PetitionEvent.Resolved _, FormalEvent.OpinionIssued _, FormalEvent.ReviewDecided _ ->
            true;
        default -> false;
      };
    }
  }
}
