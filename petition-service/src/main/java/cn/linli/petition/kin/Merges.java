package cn.linli.petition.kin;

import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Facts;
import cn.linli.petition.domain.Merging;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Status;
import cn.linli.platform.access.Role;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Two requests in one command: both change, or neither. */
final class Merges {

  private final PetitionStates states;
  private final Vault vault;
  private final Reach reach;
  private final FactsBook facts;

  Merges(PetitionStates states, Vault vault, Reach reach, FactsBook facts) {
    this.states = states;
    this.vault = vault;
    this.reach = reach;
    this.facts = facts;
  }

  /**
   * @param into id of the request that is worked on
   */
  record Into(@NotBlank @Size(max = 64) String into) {}

  Command merge(Call<Into> call) {
    StreamId stream = PetitionStream.fromPath(call.path("id"));
    StreamId main = PetitionStream.fromPath(call.body().into());
    if (stream.equals(main)) {
      throw new ProblemException(Problem.of(Refusal.of("merge-into-itself")));
    }
    boolean samePerson = isSamePerson(stream, main);
    return call.command(
        200,
        List.of(stream, main),
        List.of(),
        streams -> {
          Petition petition = streams.state(stream, Petition.class);
          Petition into = streams.state(main, Petition.class);
          Optional<Refusal> hidden = hidden(petition, call).or(() -> hidden(into, call));
          if (hidden.isPresent()) {
            return new Verdict.Refuse(hidden.get());
          }
          Facts now = facts(call, petition, streams.at());
          return Merging.objection(stream.key(), petition, main.key(), into, now)
              .<Verdict>map(Verdict.Refuse::new)
              .orElseGet(() ->
                  both(
                      stream,
                      main,
                      Merging.merge(stream.key(), petition, main.key(), samePerson, now)));
        });
  }

  /** The link read before may be gone when it is decided: then there is nothing to undo. */
  Command undo(Call<NoBody> call) {
    StreamId stream = PetitionStream.fromPath(call.path("id"));
    StreamId main =
        states
            .find(stream)
            .filter(stored -> stored.petition().status() == Status.MERGED)
            .map(stored -> PetitionStream.of(Merging.link(stored.petition()).into()))
            .orElse(null);
    return call.command(
        200,
        main == null ? List.of(stream) : List.of(stream, main),
        List.of(),
        streams -> {
          Petition petition = streams.state(stream, Petition.class);
          Optional<Refusal> hidden = hidden(petition, call);
          if (hidden.isPresent()) {
            return new Verdict.Refuse(hidden.get());
          }
          if (main == null
              || petition.status() != Status.MERGED
              || !Merging.link(petition).into().equals(main.key())) {
            return new Verdict.Refuse(Refusal.of("not-merged"));
          }
          Facts now = facts(call, petition, streams.at());
          return Merging.objectionToUndoing(petition, streams.state(main, Petition.class), now)
              .<Verdict>map(Verdict.Refuse::new)
              .orElseGet(() -> both(stream, main, Merging.undo(stream.key(), petition, now)));
        });
  }

  private static Verdict both(StreamId stream, StreamId main, Merging.Pair pair) {
    return new Verdict.Accept(
        List.of(new Change(stream, pair.ofMerged()), new Change(main, pair.ofMain())));
  }

  private Facts facts(Call<?> call, Petition petition, Instant at) {
    return facts.at(at, Actors.of(call.caller()), petition.filed().division());
  }

  private Optional<Refusal> hidden(Petition petition, Call<?> call) {
    if (!petition.exists()) {
      return Optional.of(Refusal.of("not-found"));
    }
    return switch (reach.of(petition, call.caller())) {
      case HIDDEN -> Optional.of(Refusal.of("not-found"));
      case OUT_OF_SCOPE -> Optional.of(Refusal.of("out-of-scope"));
      case OPEN -> Optional.empty();
    };
  }

  /** By token or by number: a mark of one is a mark of the other. Who filed what never changes. */
  private boolean isSamePerson(StreamId one, StreamId other) {
    return !Collections.disjoint(vault.personsOf(one), vault.personsOf(other))
        || states
            .find(one)
            .map(stored -> stored.petition().filed().by())
            .filter(Merges::isResident)
            .flatMap(by -> states.find(other).filter(it -> it.petition().filed().by().equals(by)))
            .isPresent();
  }

  private static boolean isResident(String by) {
    return by.startsWith(Role.RESIDENT.wire() + "@");
  }
}
