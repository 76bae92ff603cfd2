package cn.linli.petition.casework;

import cn.linli.petition.domain.KinCommand;
import cn.linli.petition.domain.Merging;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.domain.Status;
import cn.linli.platform.commit.StreamId;
import java.util.Optional;

/** The request that a merged one is worked on with: its steps and its answer are for both. */
public final class Mains {

  private final PetitionStates states;

  public Mains(PetitionStates states) {
    this.states = states;
  }

  /** Empty for a request that is not merged. */
  public Optional<Petition> of(Petition petition) {
    return petition.status() == Status.MERGED
        ? states
            .find(PetitionStream.of(Merging.link(petition).into()))
            .map(PetitionStates.Stored::petition)
        : Optional.empty();
  }

  public static boolean isAnswered(Petition petition) {
    return petition.status() == Status.RESOLVED || petition.status() == Status.CLOSED;
  }

  /** A merged request is rated for the main one's answer, which is a fact here. */
  public PetitionCommand rating(StreamId stream, PetitionCommand.Rate rate) {
    return states
        .find(stream)
        .flatMap(stored -> of(stored.petition()))
        .<PetitionCommand>map(main -> new KinCommand.RateMerged(rate, isAnswered(main)))
        .orElse(rate);
  }
}
