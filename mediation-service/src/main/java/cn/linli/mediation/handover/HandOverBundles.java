package cn.linli.mediation.handover;

import cn.linli.mediation.archive.CaseBundles;
import cn.linli.mediation.casework.Actors;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.documents.CaseFiles;
import cn.linli.mediation.documents.Sending;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.HandOver;
import cn.linli.mediation.domain.HandOverCommand;
import cn.linli.mediation.domain.HandOvers;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import org.jspecify.annotations.Nullable;

/**
 * The bundle of a hand-over. It is put together before the hand-over is recorded, which names the
 * version it tells of and its manifest's digest; asked for later, it is made again from that
 * version, so whoever sends it twice sends the same.
 */
final class HandOverBundles {

  private final CaseStates<Dispute> states;
  private final CaseBundles bundles;
  private final AsItWas asItWas;

  HandOverBundles(CaseStates<Dispute> states, CaseBundles bundles, AsItWas asItWas) {
    this.states = states;
    this.bundles = bundles;
    this.asItWas = asItWas;
  }

  /**
   * @param body code of who takes the claims over
   */
  HandOverCommand.Bundle prepare(
      Call<Bodies.HandOver> call, CaseStates.Stored<Dispute> stored, String body) {
    int number = HandOvers.of(stored.state()).list().size() + 1;
    var sending =
        new Sending(number, call.body().pathway(), body, call.body().claims(), call.receivedAt());
    var ready =
        bundles.handOver(
            stored.id(),
            stored.state(),
            stored.version(),
            sending,
            new CaseFiles.Purpose(call.caller().by(), "hand-over", call.correlation()));
    return new HandOverCommand.Bundle(stored.version(), call.receivedAt(), ready.manifestSha256());
  }

  /** As it was sent; 422 {@code bundle-differs} where its papers can't be made the same again. */
  @Nullable Object download(Query<NoBody> query) {
    var found = states.find(DisputeStream.fromPath(query.path("id")));
    Actor actor = Actors.of(query.caller());
    boolean theirs =
        found.filter(it -> HandOvers.receives(it.state(), query.path("h"), actor)).isPresent();
    var stored = theirs ? found.get() : Reach.open(found, query.caller()).orElse(null);
    HandOver sent =
        stored == null ? null : HandOvers.of(stored.state()).find(query.path("h")).orElse(null);
    if (stored == null || sent == null) {
      return null;
    }
    if (!theirs && !actor.handles(stored.state())) {
      throw AccessException.outOfScope();
    }
    var purpose = new CaseFiles.Purpose(query.caller().by(), "hand-over", query.correlation());
    var sending =
        new Sending(
            Integer.parseInt(sent.no().substring(1)),
            sent.pathway(),
            sent.body(),
            sent.claims(),
            sent.preparedAt());
    Dispute then = asItWas.at(DisputeStream.of(stored.id()), sent.asOf());
    var ready = bundles.handOver(stored.id(), then, sent.asOf(), sending, purpose);
    if (!ready.manifestSha256().equals(sent.manifestSha256())) {
      throw new ProblemException(Problem.of(422, "bundle-differs"));
    }
    return new Download(
        ready.zip(),
        "application/zip",
        "hand-over-" + stored.id() + "-" + sent.no() + ".zip",
        sent.asOf());
  }
}
