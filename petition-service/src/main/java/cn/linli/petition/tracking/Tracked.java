package cn.linli.petition.tracking;

import cn.linli.events.petition.ReviewResult;
import cn.linli.petition.casework.Mains;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.FormalCase;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Round;
import cn.linli.petition.domain.Status;
import cn.linli.petition.reply.Parts;
import cn.linli.petition.reply.Told;
import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Redaction;
import cn.linli.platform.vault.TrackingCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Resource;
import org.jspecify.annotations.Nullable;

/** From a code to its request, without an index: the code is the id under a cipher. */
final class Tracked implements Resource<TrackingReply> {

  private final TrackingCode codes;
  private final PetitionStates states;
  private final Vault vault;
  private final Mains mains;
  private final CodeLimit limit = new CodeLimit();

  Tracked(TrackingCode codes, PetitionStates states, Vault vault, Mains mains) {
    this.mains = mains;
    this.codes = codes;
    this.states = states;
    this.vault = vault;
  }

  /** The stream a code leads to, whether or not it is there. */
  StreamId stream(String code) {
    String id = codes.decode(code).orElse(null);
    if (id == null) {
      limit.miss();
      throw new ProblemException(Problem.notFound());
    }
    limit.use(id);
    return PetitionStream.of(id);
  }

  /** The stream a code leads to, if something is there. */
  StreamId existing(String code) {
    StreamId stream = stream(code);
    if (states.find(stream).isEmpty()) {
      limit.miss();
      throw new ProblemException(Problem.notFound());
    }
    return stream;
  }

  @Nullable TrackingReply find(String code) {
    TrackingReply reply = now(stream(code));
    if (reply == null) {
      limit.miss();
    }
    return reply;
  }

  @Override
  public TrackingReply afterCommit(Outcome.Done done, Call<?> call) {
    var petition = (Petition) done.states().get(done.primary());
    if (petition == null) {
      throw new IllegalStateException("a commit without the state of its resource");
    }
    return reply(petition, done.version());
  }

  @Override
  public @Nullable TrackingReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return now(primary);
  }

  private @Nullable TrackingReply now(StreamId stream) {
    return states
        .find(stream)
        .map(stored -> reply(stored.petition(), stored.version()))
        .orElse(null);
  }

  /** The answer that stands: the reviewing body's words where it has changed the opinion. */
  private static @Nullable String answer(Petition petition, Round.Resolution resolution) {
    boolean stands =
        Mains.isAnswered(petition)
            || petition.status() == Status.UNDER_REVIEW
            || petition.status() == Status.TERMINATED;
    FormalCase formal = petition.proceedings().formal();
    FormalCase.Review review = formal == null ? null : formal.review();
    if (review != null && review.result() == ReviewResult.CHANGED && review.opinionRef() != null) {
      return review.opinionRef();
    }
    return stands ? resolution.resultRef() : null;
  }

  private TrackingReply reply(Petition petition, long version) {
    Round round = petition.round();
    Petition main = mains.of(petition).orElse(null);
    Petition worked = main == null ? petition : main;
    Round.Resolution resolution = worked.round().resolution();
    boolean answered = Mains.isAnswered(worked);
    String resultRef = resolution == null ? null : answer(worked, resolution);
    String result = resultRef == null ? null : vault.open(resultRef).text().orElse(null);
    return new TrackingReply(
        petition.status(),
        petition.level(),
        petition.filed().submittedAt(),
        worked.time().deadlines(),
        main == null ? Parts.steps(petition) : Parts.steps(petition, main),
        main == null || result == null ? result : Redaction.text(result),
        answered && (round.vote() == null || round.votedByVisit()),
        worked.round().closedAt(),
        Told.of(petition),
        version);
  }
}
