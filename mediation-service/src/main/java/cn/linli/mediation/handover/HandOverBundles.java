package cn.linli.mediation.handover;

import cn.linli.mediation.archive.CaseBundles;
import cn.linli.mediation.casework.Actors;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.documents.CaseFiles;
import cn.linli.mediation.documents.Sending;
import cn.linli.mediation.documents.Surroundings;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.HandOver;
import cn.linli.mediation.domain.HandOverCommand;
import cn.linli.mediation.domain.HandOvers;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bundle of a hand-over. It is put together before the hand-over is recorded, which names the
 * version it tells of, its digests, and seals what others were called then; asked for later, it is
 * made again from these, so whoever sends it twice sends the same bytes.
 */
final class HandOverBundles {

  private final CaseStates<Dispute> states;
  private final CaseBundles bundles;
  private final CaseFiles files;
  private final Vault vault;
  private final AsItWas asItWas;

  HandOverBundles(
      CaseStates<Dispute> states,
      CaseBundles bundles,
      CaseFiles files,
      Vault vault,
      AsItWas asItWas) {
    this.states = states;
    this.bundles = bundles;
    this.files = files;
    this.vault = vault;
    this.asItWas = asItWas;
  }

  /** Whatever was renamed since; without what was sealed with it, as things are called now. */
  private CaseBundles asSent(HandOver sent) {
    String ref = sent.surroundingsRef();
    return ref == null
        ? bundles
        : vault
            .open(ref)
            .read(Surroundings.class)
            .map(it -> bundles.with(files.in(it)))
            .orElse(bundles);
  }

  /**
   * @param body code of who takes the claims over
   */
  Prepared prepare(Call<Bodies.HandOver> call, CaseStates.Stored<Dispute> stored, String body) {
    int number = HandOvers.of(stored.state()).list().size() + 1;
    var sending =
        new Sending(number, call.body().pathway(), body, call.body().claims(), call.receivedAt());
    var noted = files.noting();
    var ready =
        bundles
            .with(noted.files())
            .handOver(
                stored.id(),
                stored.state(),
                stored.version(),
                sending,
                new CaseFiles.Purpose(call.caller().by(), "hand-over", call.correlation()));
    return new Prepared(
        stored.version(),
        call.receivedAt(),
        ready.manifestSha256(),
        ready.sha256(),
        noted.surroundings(stored.state()));
  }

  /** A bundle that was put together, not yet on record. */
  record Prepared(
      long asOf,
      Instant preparedAt,
      String manifestSha256,
      String bundleSha256,
      Surroundings surroundings) {

    /**
     * @param surroundingsRef under which its surroundings are sealed
     */
    HandOverCommand.Bundle sealed(String surroundingsRef) {
      return new HandOverCommand.Bundle(
          asOf, preparedAt, manifestSha256, bundleSha256, surroundingsRef);
    }
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
    var ready = asSent(sent).handOver(stored.id(), then, sent.asOf(), sending, purpose);
    boolean same =
        ready.manifestSha256().equals(sent.manifestSha256())
            && (sent.bundleSha256() == null || ready.sha256().equals(sent.bundleSha256()));
    if (!same) {
      throw new ProblemException(Problem.of(422, "bundle-differs"));
    }
    return new Download(
        ready.zip(),
        "application/zip",
        "hand-over-" + stored.id() + "-" + sent.no() + ".zip",
        sent.asOf());
  }
}
