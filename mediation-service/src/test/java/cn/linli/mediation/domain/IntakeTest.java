package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.PartyRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filing, on application of one party or on own initiative (人民调解法 §17). */
class IntakeTest {

  @Test
  void one_party_files_and_has_consented_by_that() {
    var dispute = registered().state();
    assertThat(dispute.status()).isEqualTo(Status.REGISTERED);
    assertThat(dispute.bench()).isEqualTo(COMMITTEE);
    assertThat(dispute.party("p1").orElseThrow().consent()).isEqualTo(Party.Consent.GIVEN);
    assertThat(dispute.party("p2").orElseThrow().consent()).isEqualTo(Party.Consent.ASKED);
    assertThat(FILER.speaksFor(dispute.party("p1").orElseThrow())).isTrue();
    assertThat(FILER.speaksFor(dispute.party("p2").orElseThrow())).isFalse();
  }

  @ParameterizedTest(name = "{0} goes to {1} at {2}")
  @CsvSource({
    "370602003006001, 370602003006, COMMUNITY",
    "370602003006, 370602003006, COMMUNITY",
    "370602003, 370602003, STREET",
    "370602, 370602, DISTRICT"
  })
  void it_goes_to_the_committee_of_the_place(String place, String committee, DisputeLevel level) {
    var dispute = start().by(FILER, draft().division(place).register()).accepted().state();
    assertThat(dispute.bench()).isEqualTo(new Bench(level, committee, committee));
  }

  @Test
  void a_building_comes_before_the_committee_where_that_is_asked() {
    start().by(FILER, draft().building().register()).accepted();
    var dispute = start().by(FILER, draft().building().register()).accepted().state();
    assertThat(dispute.bench()).isEqualTo(BUILDING);
    start()
        .by(FILER, draft().division(COMMUNITY).building().register())
        .refused("building-unknown");
  }

  @Test
  void what_is_missing_is_said() {
    start().by(FILER, draft().division("3706").register()).refused("division-too-wide");
    start()
        .by(MEDIATOR, draft().onBehalf().party(PartyRole.APPLICANT).register())
        .refused("parties-missing");
    start()
        .by(FILER, draft().party(PartyRole.APPLICANT).party(PartyRole.APPLICANT).register())
        .refused("sides-missing");
    start().by(FILER, draft().claim("p1", "p3").register()).refused("unknown-party");
    start().by(FILER, draft().claim("p1", "p1").register()).refused("claim-against-itself");
    start()
        .by(MEDIATOR, draft().source(DisputeSource.PETITION).register())
        .refused("source-by-referral");
    registered().by(FILER, draft().register()).refused("already-registered");
  }

  @Test
  void staff_file_for_a_party_only_with_evidence() {
    var byClerk = draft().source(DisputeSource.INITIATIVE);
    start().by(MEDIATOR, byClerk.register()).accepted();
    start().by(MEDIATOR, byClerk.source(DisputeSource.SELF).register()).refused("evidence-missing");
    start().by(MEDIATOR, byClerk.onBehalf().register()).accepted();
  }

  @Test
  void fifty_parties_and_no_more() {
    var draft = draft();
    for (int i = 0; i < 49; i++) {
      draft.party(PartyRole.APPLICANT);
    }
    draft.party(PartyRole.RESPONDENT);
    start().by(FILER, draft.register()).accepted();
    start().by(FILER, draft.party(PartyRole.THIRD_PARTY).register()).refused("parties-missing");
  }
}
