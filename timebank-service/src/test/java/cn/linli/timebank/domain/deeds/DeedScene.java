package cn.linli.timebank.domain.deeds;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.DeedEvent;
import cn.linli.events.timebank.DeedEvent.CouncilTerms;
import cn.linli.platform.access.Role;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.deeds.DeedCommand.CastVote;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Given what happened, when somebody asks, then. */
final class DeedScene {

  static final String COMMUNITY = "620721100001";
  static final Instant NOW = Instant.parse("2026-01-12T02:00:00Z");
  static final Passbook PASSBOOK =
      new Passbook("ma", COMMUNITY, Set.of("ma", "mother"), Set.of("cousin"), true);
  static final CouncilTerms TERMS = new CouncilTerms(3, 5);
  static final Speaker MA = new Speaker("ma", Role.RESIDENT, COMMUNITY);
  static final Speaker MOTHER = new Speaker("mother", Role.RESIDENT, COMMUNITY);
  static final Speaker HELPED = new Speaker("an", Role.RESIDENT, COMMUNITY);

  private Deed deed = Deed.NONE;
  private Instant now = NOW;
  private Decision<DeedEvent> last = Decision.refuse("nothing-asked");

  static DeedScene reported() {
    return new DeedScene().by(HELPED, report()).accepted();
  }

  static DeedScene noticed() {
    return reported().votes(true, "a", "b", "c");
  }

  static DeedScene proposed() {
    return new DeedScene().by(member("clerk"), deduct("littering")).accepted();
  }

  static DeedCommand report() {
    return new DeedCommand.Report("helping", 10, "evidence", List.of(), TERMS);
  }

  static DeedCommand deduct(String breach) {
    return new DeedCommand.Deduct(true, breach, 5, "evidence", List.of(), TERMS);
  }

  static Speaker member(String mark) {
    return new Speaker(mark, Role.COUNCIL_MEMBER, COMMUNITY);
  }

  DeedScene by(Speaker by, DeedCommand command) {
    last = DeedRules.decide(command, deed, PASSBOOK, by, now);
    return this;
  }

  DeedScene votes(boolean approve, String... members) {
    for (String member : members) {
      by(member(member), new CastVote(approve)).accepted();
    }
    return this;
  }

  DeedScene at(Instant later) {
    now = later;
    return this;
  }

  DeedScene due() {
    now = Objects.requireNonNull(deed.due());
    last = DeedRules.fallDue(deed);
    return accepted();
  }

  DeedScene accepted() {
    assertThat(last).isInstanceOf(Decision.Accepted.class);
    events().forEach(event -> deed = deed.evolve(event, now));
    return this;
  }

  DeedScene then(DeedEvent... events) {
    accepted();
    assertThat(events()).containsExactly(events);
    return this;
  }

  DeedScene refused(String code) {
    assertThat(last).isInstanceOf(Decision.Refused.class);
    assertThat(((Decision.Refused<DeedEvent>) last).refusal().code()).isEqualTo(code);
    return this;
  }

  DeedScene is(Deed.Status status) {
    assertThat(deed.status()).isEqualTo(status);
    return this;
  }

  List<DeedEvent> events() {
    return ((Decision.Accepted<DeedEvent>) last).events();
  }

  Deed state() {
    return deed;
  }
}
