package cn.linli.petition.formal;

import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.FormalCase;
import cn.linli.petition.domain.FormalCase.Opinion;
import cn.linli.petition.domain.Petition;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.paper.Printer;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import org.jspecify.annotations.Nullable;

/** The latest written opinion as a document, for whoever may read its petition. */
final class Opinions {

  private final PetitionStates states;
  private final Reach reach;
  private final OpinionPaper paper;

  Opinions(PetitionStates states, Reach reach, OpinionPaper paper) {
    this.states = states;
    this.reach = reach;
    this.paper = paper;
  }

  @Nullable Object pdf(Query<NoBody> query) {
    var stored = states.find(PetitionStream.fromPath(query.path("id")));
    if (stored.isEmpty()) {
      return null;
    }
    Petition petition = stored.get().petition();
    return switch (reach.of(petition, query.caller())) {
      case HIDDEN -> null;
      case OUT_OF_SCOPE -> throw AccessException.outOfScope();
      case OPEN -> document(stored.get().id(), petition);
    };
  }

  private @Nullable Download document(String id, Petition petition) {
    FormalCase formal = petition.proceedings().formal();
    Opinion opinion = formal == null ? null : formal.opinion();
    return opinion == null
        ? null
        : new Download(
            Printer.pdf(paper.of(id, petition, opinion)),
            "application/pdf",
            "opinion-" + id + "-" + opinion.number() + ".pdf",
            opinion.number());
  }
}
