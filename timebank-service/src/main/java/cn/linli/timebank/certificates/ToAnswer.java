package cn.linli.timebank.certificates;

import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.desk.DeskPart;
import cn.linli.timebank.domain.certificates.Certification;
import java.util.List;
import java.util.Objects;

/** Certificates that somebody objected to wait for a bank clerk of the place that issues them. */
final class ToAnswer implements DeskPart {

  private final CaseStates<Certification> states;

  ToAnswer(CaseStates<Certification> states) {
    this.states = states;
  }

  @Override
  public List<Waiting> of(Caller caller) {
    if (!caller.is(Role.BANK_CLERK)) {
      return List.of();
    }
    String list = ListFields.place(CertificationCases.OBJECTED, caller.scope().value());
    return Listing.first(states, list, ITEMS_MAX).stream()
        .map(it ->
            new Waiting(
                "answer-objection",
                it.id(),
                it.state().filed().number(),
                Objects.requireNonNull(it.state().status()).wire(),
                null,
                "/api/v1/bank/certificate-requests/" + it.id()))
        .toList();
  }
}
