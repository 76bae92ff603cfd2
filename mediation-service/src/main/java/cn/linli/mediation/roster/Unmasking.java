package cn.linli.mediation.roster;

import cn.linli.mediation.casework.MediatorCases;
import cn.linli.mediation.domain.roster.Mediator;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Query;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who a mediator is, in clear, for the house; what was read and why is on record first. */
final class Unmasking {

  private final CaseStates<Mediator> states;
  private final Vault vault;

  Unmasking(CaseStates<Mediator> states, Vault vault) {
    this.states = states;
    this.vault = vault;
  }

  record Reason(@NotBlank @Size(max = 500) String reason) {}

  @Nullable MediatorPerson unmask(Query<Reason> query) {
    StreamId stream = MediatorCases.fromPath(query.path("id"));
    Mediator mediator = states.find(stream).map(CaseStates.Stored::state).orElse(null);
    if (mediator == null) {
      return null;
    }
    if (!MediatorShown.isHouse(mediator, query.caller())) {
      throw AccessException.outOfScope();
    }
    String ref = mediator.filed().nameRef();
    return vault
        .unmask(
            stream, List.of(ref), query.caller().by(), query.body().reason(), query.correlation())
        .get(ref)
        .read(MediatorPerson.class)
        .orElse(null);
  }
}
