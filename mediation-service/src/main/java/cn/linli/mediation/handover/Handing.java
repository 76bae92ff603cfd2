package cn.linli.mediation.handover;

import cn.linli.events.mediation.Pathway;
import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.HandOverCommand.HandOverClaims;
import cn.linli.mediation.domain.HandOverCommand.RecordReceipt;
import cn.linli.mediation.domain.HandOvers;
import cn.linli.mediation.domain.Pathways;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Recorded;
import cn.linli.platform.commit.Command;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From calls to commands, and what went where. */
final class Handing {

  private final CaseStates<Dispute> states;
  private final Acting acting;
  private final HandOverBundles bundles;
  private final Catalogue catalogue;

  Handing(CaseStates<Dispute> states, Acting acting, HandOverBundles bundles, Catalogue catalogue) {
    this.states = states;
    this.acting = acting;
    this.bundles = bundles;
    this.catalogue = catalogue;
  }

  /**
   * Decided on the version that the bundle tells of: where somebody comes between, a new bundle is
   * put together.
   */
  Command handOver(Call<Bodies.HandOver> call) {
    var stored =
        Reach.open(states.find(DisputeStream.fromPath(call.path("id"))), call.caller())
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    Pathway pathway = call.body().pathway();
    String body =
        Objects.requireNonNullElseGet(
            call.body().body(),
            () -> catalogue.standing(pathway, stored.state().filed().division()));
    var bundle = bundles.prepare(call, stored, body);
    return acting.act(
        call.onVersion(stored.version()),
        (asked, brought) ->
            new HandOverClaims(
                pathway,
                body,
                asked.claims(),
                Boolean.TRUE.equals(asked.arbitrationAgreed()),
                asked.actKnownOn(),
                wish(asked.recordedOnBehalf(), brought),
                asked.recordedOnBehalf() == null
                    ? List.of()
                    : brought.files(asked.recordedOnBehalf().files()),
                bundle.sealed(brought.sealRecord(bundle.surroundings()))));
  }

  Command receipt(Call<Bodies.Receipt> call) {
    return acting.act(
        call,
        (asked, brought) ->
            new RecordReceipt(
                call.path("h"),
                asked.state(),
                brought.sealIfAny(asked.note()),
                asked.manifestSha256()));
  }

  @Nullable Object list(Query<NoBody> query) {
    return Reach.open(states.find(DisputeStream.fromPath(query.path("id"))), query.caller())
        .map(stored -> reply(stored.id(), stored.state()))
        .orElse(null);
  }

  private HandOverReply reply(String id, Dispute dispute) {
    return new HandOverReply(
        HandOvers.of(dispute).list().stream()
            .map(it ->
                HandOverReply.item(
                    id, it, catalogue.name(dispute.filed().division(), it.pathway(), it.body())))
            .toList(),
        Pathways.of(dispute.filed().kind()));
  }

  /** Words that show it; a file is named by what it is. */
  private static @Nullable String wish(@Nullable Recorded recorded, Acting.Brought brought) {
    if (recorded == null) {
      return null;
    }
    return brought.seal(Objects.requireNonNullElse(recorded.words(), "见随附材料"));
  }
}
