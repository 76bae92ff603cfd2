package cn.linli.timebank.domain.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.CertificateEvent;
import cn.linli.events.timebank.CertificateEvent.CertificateAsked;
import cn.linli.events.timebank.CertificateEvent.CertificateIssued;
import cn.linli.events.timebank.CertificateEvent.CertificateObjected;
import cn.linli.events.timebank.CertificateEvent.CertificateObjectionAnswered;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.certificates.Certification.Status;
import cn.linli.timebank.domain.certificates.CertificationRules.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A certificate hangs, somebody objects, the community answers, it is issued or not. */
class CertificationTest {

  private static final String HERE = "370602003006";
  private static final Instant NOW = Instant.parse("2026-01-12T02:00:00Z");

  /** Seven whole days after the day of asking, at midnight of the place. */
  private static final Instant OVER = Instant.parse("2026-01-19T16:00:00Z");

  private static final CertificateIssued ISSUED = new CertificateIssued("n-1", 90, 2);

  private Certification it = Certification.NONE;
  private Decision<CertificateEvent> last = Decision.refuse("nothing-asked");

  private static ServiceRecord services(int times) {
    var day = LocalDate.parse("2026-01-02");
    return new ServiceRecord(
        times == 0
            ? List.of()
            : List.of(new ServiceRecord.Kind("repair", times, 45L * times, day, day)));
  }

  private static Wish wish(int times, int days, boolean running) {
    return new Wish("account", HERE, "n-1", 7, services(times), days, null, running);
  }

  private CertificationTest asked(int days) {
    last = CertificationRules.ask(wish(2, days, false), NOW);
    return accepted(NOW);
  }

  private CertificationTest accepted(Instant at) {
    assertThat(last).isInstanceOf(Decision.Accepted.class);
    events().forEach(event -> it = it.evolve(event, at));
    return this;
  }

  private List<CertificateEvent> events() {
    return ((Decision.Accepted<CertificateEvent>) last).events();
  }

  private CertificationTest objects(String who, Instant at) {
    last = CertificationRules.object(it, who, HERE, "ref", at);
    return this;
  }

  private CertificationTest answers(String who, int number, boolean upheld, Instant at) {
    last = CertificationRules.answer(it, number, upheld, who, Set.of("volunteer"), "ref", at);
    return this;
  }

  private void refused(String code) {
    assertThat(last)
        .isInstanceOfSatisfying(
            Decision.Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
  }

  @Test
  void nobody_objects_and_after_seven_whole_days_it_is_issued() {
    asked(7);
    assertThat(it.due()).isEqualTo(OVER);
    assertThat(it.filed().asOf()).isEqualTo(7);
    assertThat(it.record()).isEqualTo(services(2));
    assertThat(it.hangs()).isTrue();

    last = CertificationRules.fallDue(it);

    assertThat(events()).containsExactly(ISSUED);
    accepted(OVER);
    assertThat(it.status()).isEqualTo(Status.ISSUED);
    assertThat(it.issuedAt()).isEqualTo(OVER);
    assertThat(it.due()).isNull();
  }

  @Test
  void where_none_is_posted_it_is_issued_at_once() {
    asked(0);

    assertThat(events()).hasSize(2).last().isEqualTo(ISSUED);
    assertThat(events().getFirst())
        .isInstanceOfSatisfying(
            CertificateAsked.class, asked -> assertThat(asked.filing().until()).isEqualTo(NOW));
    assertThat(it.status()).isEqualTo(Status.ISSUED);
  }

  @Test
  void nothing_is_certified_that_was_not_done_and_one_hangs_at_a_time() {
    last = CertificationRules.ask(wish(0, 7, false), NOW);
    refused("no-service-yet");
    last = CertificationRules.ask(wish(2, 7, true), NOW);
    refused("certificate-asked");
  }

  @Test
  void an_objection_stops_it_until_it_is_answered() {
    asked(7).objects("neighbour", NOW);
    assertThat(events()).containsExactly(new CertificateObjected(1, "neighbour", "ref"));
    accepted(NOW);
    assertThat(it.status()).isEqualTo(Status.OBJECTED);
    assertThat(it.due()).isNull();
    assertThat(it.hangs()).isTrue();

    answers("clerk", 1, false, NOW);

    assertThat(events()).containsExactly(new CertificateObjectionAnswered(1, false, "ref"));
    accepted(NOW);
    assertThat(it.status()).isEqualTo(Status.POSTED);
    assertThat(it.due()).isEqualTo(OVER);
  }

  @Test
  void answered_after_its_days_it_is_issued_with_the_last_answer() {
    asked(7).objects("one", NOW).accepted(NOW).objects("other", NOW).accepted(NOW);
    Instant later = OVER.plus(Duration.ofDays(3));

    answers("clerk", 2, false, later);
    assertThat(events()).containsExactly(new CertificateObjectionAnswered(2, false, "ref"));
    accepted(later);
    assertThat(it.due()).isNull();
    answers("clerk", 1, false, later);

    assertThat(events()).containsExactly(new CertificateObjectionAnswered(1, false, "ref"), ISSUED);
    accepted(later);
    assertThat(it.issuedAt()).isEqualTo(later);
  }

  @Test
  void one_that_is_upheld_ends_it() {
    asked(7).objects("one", NOW).accepted(NOW).objects("other", NOW).accepted(NOW);

    answers("clerk", 1, true, NOW).accepted(NOW);

    assertThat(it.status()).isEqualTo(Status.REFUSED);
    assertThat(it.due()).isNull();
    answers("clerk", 2, false, NOW).refused("no-notice-running");
    objects("third", NOW).refused("no-notice-running");
  }

  @Test
  void the_volunteer_may_object_and_ask_for_a_correction_but_nobody_answers_their_own() {
    asked(7).objects("volunteer", NOW).accepted(NOW).objects("clerk", NOW).accepted(NOW);

    answers("clerk", 2, false, NOW).refused("self-confirmation");
    answers("volunteer", 2, false, NOW).refused("self-confirmation");
    answers("clerk", 1, false, NOW).accepted(NOW);
    answers("clerk", 1, true, NOW).refused("objection-answered");
    answers("clerk", 3, true, NOW).refused("not-found");
    objects("volunteer", NOW).refused("already-objected");
  }

  @Test
  void no_more_than_twenty_object() {
    asked(7);
    for (int i = 1; i <= CertificationRules.OBJECTIONS_MAX; i++) {
      objects("neighbour-" + i, NOW).accepted(NOW);
    }
    objects("one-more", NOW).refused("too-many-objections");
    assertThat(it.objections()).hasSize(20);
  }

  @Test
  void when_its_days_are_over_nobody_objects_any_more() {
    asked(7);
    objects("late", OVER).refused("no-notice-running");
    objects("in-time", OVER.minusMillis(1)).accepted(OVER);
    assertThat(Objects.requireNonNull(it.objections().getFirst()).isOpen()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "370602003006, ''",
    "370602003006001, ''",
    "370602003, ''",
    "3706, ''",
    "370602003005, out-of-scope",
    "370602004, out-of-scope",
    "62, out-of-scope"
  })
  void those_of_the_place_object(String place, String code) {
    asked(7);
    last = CertificationRules.object(it, "somebody", place, "ref", NOW);
    if (code.isEmpty()) {
      accepted(NOW);
    } else {
      refused(code);
    }
  }
}
