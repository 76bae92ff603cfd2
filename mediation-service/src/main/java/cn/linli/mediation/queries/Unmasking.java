package cn.linli.mediation.queries;

import cn.linli.mediation.casework.Actors;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Party;
import cn.linli.mediation.reply.Opened;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Query;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names and phones in clear, for those who mediate or guide; logged first with the reason. */
final class Unmasking {

  private final CaseStates<Dispute> states;
  private final Vault vault;

  Unmasking(CaseStates<Dispute> states, Vault vault) {
    this.states = states;
    this.vault = vault;
  }

  record Reason(@NotBlank @Size(max = 500) String reason) {}

  record Unmasked(String id, List<Named> parties) {}

  record Named(
      String no, @Nullable String name, @Nullable String phone, @Nullable String representative) {}

  @Nullable Object unmask(Query<Reason> query) {
    StreamId stream = DisputeStream.fromPath(query.path("id"));
    Optional<CaseStates.Stored<Dispute>> stored = Reach.open(states.find(stream), query.caller());
    if (stored.isEmpty()) {
      return null;
    }
    Dispute dispute = stored.get().state();
    Actor actor = Actors.of(query.caller());
    if (!actor.handles(dispute) && !actor.guides(dispute)) {
      throw AccessException.outOfScope();
    }
    Opened opened =
        Opened.of(
            vault.unmask(
                stream,
                dispute.parties().stream().map(Party::nameRef).toList(),
                query.caller().by(),
                query.body().reason(),
                query.correlation()));
    return new Unmasked(
        stream.key(), dispute.parties().stream().map(party -> named(party, opened)).toList());
  }

  private static Named named(Party party, Opened opened) {
    return opened
        .person(party)
        .map(it -> new Named(party.no(), it.name(), it.phone(), it.representative()))
        .orElseGet(() -> new Named(party.no(), null, null, null));
  }
}
