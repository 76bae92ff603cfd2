package cn.linli.mediation.casework;

import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.mediation.domain.roster.Committee;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.division.Division;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.util.Objects;
import java.util.Optional;

/**
 * Which committee a code names. A community, street or district has one of its own (人民调解法 §8, §34),
 * named by the division's code; trade committees, joint ones, studios and teams have ids of their
 * own and are in the register.
 */
public final class Benches {

  private final Divisions divisions;
  private final CaseStates<Committee> register;
  private final Vault vault;

  public Benches(Divisions divisions, CaseStates<Committee> register, Vault vault) {
    this.divisions = divisions;
    this.register = register;
    this.vault = vault;
  }

  /** 422 {@code unknown-committee} where there is none. */
  public Bench named(String committee) {
    return ofDivision(committee)
        .or(() -> registered(committee).filter(Committee::isActive).map(it -> of(it, committee)))
        .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-committee")));
  }

  private static Optional<Bench> ofDivision(String committee) {
    return DivisionCode.parse(committee)
        .map(DivisionCode::value)
        .flatMap(place ->
            DisputeLevel.ofCommittee(place)
                .map(level -> new Bench(level, level.around(place), level.around(place))));
  }

  private static Bench of(Committee it, String id) {
    return new Bench(Objects.requireNonNull(it.level()), it.filed().division(), id);
  }

  /** One with an id of its own: of a trade, a joint one, a studio, a team. */
  private Optional<Committee> registered(String committee) {
    return CommitteeCases.isOwnId(committee)
        ? register.find(CommitteeCases.stream(committee)).map(CaseStates.Stored::state)
        : Optional.empty();
  }

  /** What people call it: the X of {@code X人调字}. */
  public String name(String committee) {
    return DivisionCode.parse(committee)
        .flatMap(divisions.now()::find)
        .map(Division::name)
        .or(() -> registered(committee).flatMap(it -> vault.open(it.filed().nameRef()).text()))
        .orElse(committee);
  }
}
