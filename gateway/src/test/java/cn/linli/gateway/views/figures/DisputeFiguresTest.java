package cn.linli.gateway.views.figures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.events.EventCodec;
import cn.linli.events.UndecodableEvent;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeOutcome;
import cn.linli.events.mediation.Mechanism;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.Pathway;
import cn.linli.gateway.views.NumberedTopic.Stamped;
import cn.linli.platform.fold.FoldRecord;
import cn.linli.platform.fold.Tally;
import cn.linli.platform.fold.TopicFolds;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each figure by its published formula (domain rules §5.4). */
class DisputeFiguresTest {

  private static final String HERE = "370602003006";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final EventCodec<MediationEvent> CODEC = EventCodec.of(MediationEvent.class);

  private static FoldRecord record(Stamped<MediationEvent> stamped) {
    return record(
        CODEC.type(stamped.event()), CODEC.encode(stamped.event(), stamped.stamp()), stamped);
  }

  private static FoldRecord record(String type, String json, Stamped<MediationEvent> stamped) {
    return new FoldRecord(
        "linli.mediation",
        0,
        0,
        1,
        type,
        "d:x:1",
        stamped.stamp().path().getLast(),
        stamped.stamp().recordedAt().toString(),
        json.getBytes(UTF_8));
  }

  private static Folded folded(Quarrel... quarrels) {
    var fold = new DisputeFold(ZONE);
    var tally = new Tally(fold);
    for (var quarrel : quarrels) {
      quarrel.events().forEach(stamped -> fold.fold(record(stamped), tally));
    }
    return Folded.of(tally);
  }

  private static Value year(Folded folded, String code) {
    return folded.figure("disputes." + code, HERE, "2026-01-01", "2026-12-31");
  }

  @Test
  void disputes_are_counted_when_they_come_and_when_their_mediation_ends() {
    var folded =
        folded(
            Quarrel.in(HERE).registered("2026-03-01").agreed("2026-03-09", 1),
            Quarrel.in(HERE).registered("2026-03-02").partlyAgreed("2026-04-09"),
            Quarrel.in(HERE)
                .registered("2026-03-02")
                .ended("2026-03-03", DisputeOutcome.REFUSED, 0),
            Quarrel.in(HERE).registered("2026-03-04"));
    assertThat(year(folded, "registered").value()).isEqualTo(4L);
    assertThat(year(folded, "agreed").value()).isEqualTo(2L);
    assertThat(year(folded, "concluded").value()).isEqualTo(3L);
    assertThat(folded.figure("disputes.agreed", "3706", "2026-03-01", "2026-03-31").value())
        .isEqualTo(1L);
  }

  @Test
  void success_is_agreed_by_ended_less_refused_and_partial_is_shown_apart() {
    var rate =
        year(
            folded(
                Quarrel.in(HERE).agreed("2026-03-09", 1),
                Quarrel.in(HERE).agreed("2026-03-09", 3),
                Quarrel.in(HERE).partlyAgreed("2026-03-10"),
                Quarrel.in(HERE).ended("2026-03-11", DisputeOutcome.FAILED, 2),
                Quarrel.in(HERE).ended("2026-03-11", DisputeOutcome.WITHDRAWN, 0),
                Quarrel.in(HERE).ended("2026-03-11", DisputeOutcome.REFUSED, 0),
                Quarrel.in(HERE).ended("2026-03-12", DisputeOutcome.REFUSED, 0)),
            "successRate");
    assertThat(rate.value()).isEqualTo(0.4);
    assertThat(rate.numerator()).isEqualTo(2L);
    assertThat(rate.denominator()).isEqualTo(5L);
    assertThat(rate.apart()).isEqualTo(1L);
    assertThat(rate.excluded()).isEqualTo(Map.of("refused", 2L));
  }

  @Test
  void first_session_success_counts_cases_that_had_one_and_shows_the_others_at_100_percent() {
    var folded =
        folded(
            Quarrel.in(HERE).agreed("2026-03-09", 1),
            Quarrel.in(HERE).agreed("2026-03-09", 1),
            Quarrel.in(HERE).ended("2026-03-11", DisputeOutcome.WITHDRAWN, 0),
            Quarrel.in(HERE).ended("2026-03-11", DisputeOutcome.REFUSED, 0));
    var rate = year(folded, "firstSessionRate");
    assertThat(rate.value()).isEqualTo(1.0);
    assertThat(rate.denominator()).isEqualTo(2L);
    assertThat(rate.excluded()).isEqualTo(Map.of("refused", 1L, "withdrawn", 1L));
    assertThat(year(folded, "refused").value()).isEqualTo(1L);
    assertThat(year(folded, "withdrawn").value()).isEqualTo(1L);
    assertThat(year(folded(Quarrel.in(HERE).agreed("2026-03-09", 2)), "firstSessionRate").value())
        .isEqualTo(0.0);
  }

  @Test
  void performance_counts_late_on_the_day_it_was_due_and_never_exceeds_one() {
    var folded =
        folded(
            Quarrel.in(HERE).performed("2026-03-05", "2026-03-31"),
            Quarrel.in(HERE).fellDue("2026-03-31").performed("2026-05-02", "2026-03-31"),
            Quarrel.in(HERE).fellDue("2026-03-31"));
    var rate = folded.figure("disputes.performedRate", HERE, "2026-03-01", "2026-05-31");
    assertThat(rate.value()).isEqualTo(0.666667);
    assertThat(rate.apart()).isEqualTo(1L);
    var asKnownInMarch = folded.figure("disputes.performedRate", HERE, "2026-03-01", "2026-04-01");
    assertThat(asKnownInMarch.numerator()).isEqualTo(1L);
    assertThat(asKnownInMarch.denominator()).isEqualTo(3L);
    assertThat(folded.figure("disputes.performedRate", HERE, "2026-05-01", "2026-05-31").value())
        .isNull();
  }

  @Test
  void only_what_a_court_confirmed_counts() {
    var folded =
        folded(
            Quarrel.in(HERE).confirmed("2026-03-05", true),
            Quarrel.in(HERE).confirmed("2026-03-05", false));
    assertThat(year(folded, "confirmed").value()).isEqualTo(1L);
  }

  @Test
  void counts_are_broken_down_by_kind_level_and_mechanism_but_not_in_a_grid() {
    var folded =
        folded(
            Quarrel.in(HERE)
                .about(DisputeKind.RELOCATION)
                .before(Mechanism.PANEL)
                .registered("2026-03-01")
                .agreed("2026-03-09", 1),
            Quarrel.in(HERE + "001").registered("2026-03-01"));
    assertThat(folded.cells().get(HERE + "|2026-03|disputes.by"))
        .containsEntry("d.01.kind.relocation.registered", 1L)
        .containsEntry("d.01.kind.neighbours.registered", 1L)
        .containsEntry("d.01.level.community.registered", 2L)
        .containsEntry("d.09.mechanism.panel.agreed", 1L)
        .doesNotContainKey("d.01.mechanism.panel.registered");
    assertThat(folded.cells()).doesNotContainKey(HERE + "001|2026-03|disputes.by");
  }

  @Test
  void hand_overs_are_broken_down_by_pathway() {
    var folded =
        folded(
            Quarrel.in(HERE)
                .handedOver("2026-03-01", Pathway.LITIGATION)
                .handedOver("2026-03-01", Pathway.ARBITRATION),
            Quarrel.in(HERE).handedOver("2026-03-01", Pathway.LITIGATION));
    assertThat(year(folded, "handedOver").value()).isEqualTo(3L);
    assertThat(folded.cells().get(HERE + "|2026-03|disputes.by"))
        .containsEntry("d.01.pathway.litigation.handedOver", 2L)
        .containsEntry("d.01.pathway.arbitration.handedOver", 1L);
    assertThat(Figures.ALL.stream().filter(it -> Figures.canBeDivided(it, Dimension.PATHWAY)))
        .extracting(Figure::code)
        .containsExactly("disputes.handedOver");
  }

  @Test
  void what_else_travels_on_the_topic_is_applied_and_changes_no_figure() {
    var fold = new DisputeFold(ZONE);
    var stamped = Quarrel.in(HERE).registered("2026-03-01").events().getFirst();
    for (var type : List.of("cn.linli.mediation.ConsentGiven.v1", "cn.linli.config.TableSet.v1")) {
      var tally = new Tally(fold);
      fold.fold(record(type, "{}", stamped), tally);
      assertThat(tally.changes())
          .flatExtracting(change -> change.fields().keySet())
          .containsExactlyInAnyOrder("d.01.applied", "m.03.applied");
    }
    String good = CODEC.encode(stamped.event(), stamped.stamp());
    String type = CODEC.type(stamped.event());
    for (var bad :
        List.of(good.substring(1), good.replaceFirst("\"path\":\\[[^]]*]", "\"path\":[]"))) {
      var tally = new Tally(fold);
      assertThatThrownBy(() -> fold.fold(record(type, bad, stamped), tally))
          .isInstanceOf(UndecodableEvent.class);
      assertThat(tally.isEmpty()).isTrue();
    }
  }

  @Test
  void each_topic_is_counted_under_its_own_subject() {
    var folds =
        new TopicFolds(
            "views",
            Map.of(
                "linli.petition",
                new PetitionFold(ZONE),
                "linli.mediation",
                new DisputeFold(ZONE)));
    var tally = new Tally(folds);
    Quarrel.in(HERE)
        .registered("2026-03-01")
        .events()
        .forEach(stamped -> folds.fold(record(stamped), tally));
    Life.in(HERE)
        .submitted("2026-03-01")
        .events()
        .forEach(stamped -> folds.fold(Folded.record(stamped), tally));
    var cells = Folded.of(tally).cells();
    assertThat(cells.get(HERE + "|2026-03|disputes")).containsEntry("d.01.registered", 1L);
    assertThat(cells.get(HERE + "|2026-03|petitions")).containsEntry("d.01.received", 1L);
    assertThat(cells.get("370602|2026-03|disputes")).containsEntry("d.01.applied", 1L);
    assertThat(cells.keySet()).noneMatch(id -> id.endsWith("|views"));
    assertThat(folds.version())
        .isGreaterThan(new TopicFolds("views", Map.of("t", new PetitionFold(ZONE))).version());
    var stranger = record("x", "{}", Quarrel.in(HERE).registered("2026-03-01").events().getFirst());
    var only = new TopicFolds("views", Map.of("another", new DisputeFold(ZONE)));
    assertThatThrownBy(() -> only.fold(stranger, new Tally(only)))
        .isInstanceOf(UndecodableEvent.class);
  }

  @Test
  void the_catalogue_names_every_figure_of_the_contract() {
    assertThat(Figures.ALL)
        .extracting(Figure::code)
        .contains(
            "disputes.registered",
            "disputes.agreed",
            "disputes.successRate",
            "disputes.firstSessionRate",
            "disputes.performedRate",
            "disputes.confirmed",
            "disputes.handedOver")
        .doesNotHaveDuplicates();
    assertThat(Figures.subjects(Figures.ALL)).containsExactly("petitions", "disputes", "bank");
  }
}
