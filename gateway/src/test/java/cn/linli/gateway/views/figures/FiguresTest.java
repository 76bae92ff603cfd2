package cn.linli.gateway.views.figures;

import static cn.linli.events.petition.Level.CITY;
import static cn.linli.events.petition.Level.COMMUNITY;
import static cn.linli.events.petition.Level.GRID;
import static cn.linli.events.petition.Level.STREET;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  private static final String GRID_CODE = "370602003006001";

  private static Life life() {
    return Life.in(GRID_CODE);
  }

  @Test
  void received_resolved_and_closed_count_events_open_counts_who_is_left_at_the_days_end() {
    var folded =
        Folded.of(
            life().submitted("2026-01-05").resolved("2026-01-07", 60).closed("2026-01-09"),
            life().submitted("2026-01-05"),
            life().submitted("2026-01-06").withdrawn("2026-01-08"),
            life().submitted("2026-01-06").rejected("2026-01-06"));

    assertThat(number(folded, "received")).isEqualTo(4L);
    assertThat(number(folded, "resolved")).isEqualTo(1L);
    assertThat(number(folded, "closed")).isEqualTo(1L);
    assertThat(on(folded, "open", "2026-01-05")).isEqualTo(2L);
    assertThat(on(folded, "open", "2026-01-06")).isEqualTo(3L);
    assertThat(on(folded, "open", "2026-01-08")).isEqualTo(2L);
    assertThat(on(folded, "open", "2026-01-09")).isEqualTo(1L);
  }

  @Test
  void overdue_lasts_from_falling_due_to_what_ends_it() {
    var folded =
        Folded.of(
            life().submitted("2026-01-05").fellDue("2026-01-10").resolved("2026-01-12", 60),
            life().submitted("2026-01-05").fellDue("2026-01-10").extended("2026-01-11"),
            life().submitted("2026-01-05").fellDue("2026-01-10"));

    assertThat(on(folded, "overdue", "2026-01-09")).isEqualTo(0L);
    assertThat(on(folded, "overdue", "2026-01-10")).isEqualTo(3L);
    assertThat(on(folded, "overdue", "2026-01-11")).isEqualTo(2L);
    assertThat(on(folded, "overdue", "2026-01-12")).isEqualTo(1L);
  }

  @Test
  void contacts_and_matters_are_counted_apart() {
    var folded =
        Folded.of(
            life().submitted("2026-01-05"),
            life().submitted("2026-01-06").fellDue("2026-01-08").merged("2026-01-09"),
            life().submitted("2026-01-06").merged("2026-01-07").unmerged("2026-01-10"));

    assertThat(number(folded, "received")).isEqualTo(3L);
    assertThat(number(folded, "matters")).isEqualTo(2L);
    assertThat(number(folded, "merged")).isEqualTo(1L);
    assertThat(on(folded, "open", "2026-01-06")).isEqualTo(3L);
    assertThat(on(folded, "open", "2026-01-07")).isEqualTo(2L);
    assertThat(on(folded, "open", "2026-01-09")).isEqualTo(1L);
    assertThat(on(folded, "open", "2026-01-10")).isEqualTo(2L);
    assertThat(on(folded, "overdue", "2026-01-08")).isEqualTo(1L);
    assertThat(on(folded, "overdue", "2026-01-09")).isEqualTo(0L);
  }

  @Test
  void answers_whose_limit_followed_a_mediation_stand_apart_of_the_on_time_rate() {
    var folded =
        Folded.of(
            life().submitted("2026-01-05").resolved("2026-01-07", 60),
            life().submitted("2026-01-05").fellDue("2026-01-06").resolved("2026-01-07", 60),
            life().submitted("2026-01-05").mediated("2026-01-20", 60));

    var rate = value(folded, "onTimeRate");
    assertThat(rate.value()).isEqualTo(0.5);
    assertThat(rate.denominator()).isEqualTo(2L);
    assertThat(rate.apart()).isEqualTo(1L);
    assertThat(rate.formulaVersion()).isEqualTo(2);
    assertThat(number(folded, "resolved")).isEqualTo(3L);
  }

  @Test
  void a_reopening_takes_its_closing_and_vote_back_on_their_days_and_marks_the_revision() {
    var life =
        life()
            .submitted("2026-01-05")
            .resolved("2026-01-06", 60)
            .voted("2026-01-07", Answer.YES, 5)
            .closed("2026-01-08")
            .reopened("2026-01-20");
    var folded = Folded.of(life);

    assertThat(number(folded, "closed")).isEqualTo(0L);
    assertThat(value(folded, "satisfactionRate").value()).isNull();
    assertThat(on(folded, "open", "2026-01-19")).isEqualTo(0L);
    assertThat(on(folded, "open", "2026-01-20")).isEqualTo(1L);
    assertThat(value(folded, "reopenRate").value()).isEqualTo(1.0);
    assertThat(folded.cells().get(GRID_CODE + "|2026-01|petitions|r2026-01-20"))
        .containsEntry("d.08.closed.grid", -1L)
        .containsEntry("d.07.votes.yyy", -1L);
    assertThat(folded.figure("petitions.closed", GRID_CODE, "2026-01-01", "2026-01-19").value())
        .as("as known the day before the reopening")
        .isEqualTo(1L);
  }

  @Test
  void the_three_rates_rest_on_the_votes_that_answer() {
    var folded =
        Folded.of(
            life().submitted("2026-01-05").voted("2026-01-06", Answer.YES, 5),
            life().submitted("2026-01-05").voted("2026-01-06", Answer.PARTLY, 3),
            life().submitted("2026-01-05").voted("2026-01-06", Answer.NO, 2),
            life().submitted("2026-01-05").voted("2026-01-06", null, null));

    var resolution = value(folded, "resolutionRate");
    assertThat(resolution.numerator()).isEqualTo(1.5);
    assertThat(resolution.denominator()).isEqualTo(3L);
    assertThat(resolution.value()).isEqualTo(0.5);
    assertThat(value(folded, "satisfactionRate").value()).isEqualTo(0.666667);
    assertThat(value(folded, "responseRate").value()).isEqualTo(1.0);
  }

  @Test
  void what_the_rates_leave_out_is_counted_by_reason_and_shown_beside_them() {
    var folded =
        Folded.of(
            life()
                .submitted("2026-01-05")
                .resolved("2026-01-06", 60)
                .voted("2026-01-06", Answer.YES, 5),
            life().submitted("2026-01-05").rejected("2026-01-06"),
            life()
                .submitted("2026-01-05")
                .resolved("2026-01-06", 60)
                .voted("2026-01-06", Answer.NO, 1)
                .withdrawn("2026-01-07"),
            life().submitted("2026-01-05").resolved("2026-01-06", 60).unreached("2026-01-09"));

    assertThat(value(folded, "resolutionRate").excluded())
        .isEqualTo(Map.of("inadmissible", 0L, "outOfDuty", 1L, "withdrawn", 1L, "unreached", 1L));
    assertThat(value(folded, "responseRate").excluded())
        .isEqualTo(
            Map.of("answeredAtOnce", 0L, "praise", 0L, "noContactAsked", 4L, "unreached", 1L));
    assertThat(value(folded, "satisfactionRate").excluded())
        .isEqualTo(Map.of("withdrawn", 1L, "unreached", 1L));
    assertThat(value(folded, "satisfactionRate").value())
        .as("the withdrawn one's vote counts no more")
        .isEqualTo(1.0);
    assertThat(value(folded, "satisfactionRate").denominator()).isEqualTo(1L);
  }

  @Test
  void a_vote_that_takes_anothers_place_counts_alone() {
    var folded =
        Folded.of(
            life()
                .submitted("2026-01-05")
                .voted("2026-01-06", Answer.NO, 1)
                .voted("2026-01-09", Answer.YES, 5));

    assertThat(value(folded, "satisfactionRate").value()).isEqualTo(1.0);
    assertThat(value(folded, "satisfactionRate").denominator()).isEqualTo(1L);
  }

  @Test
  void level_shares_are_of_hotline_matters_with_a_level_and_sum_to_one() {
    var lives = new ArrayList<Life>();
    IntStream.range(0, 7).forEach(i -> lives.add(closedAt(life().at(GRID))));
    IntStream.range(0, 2).forEach(i -> lives.add(closedAt(life().at(COMMUNITY))));
    lives.add(closedAt(life().at(STREET)));
    lives.add(closedAt(life().formal().at(CITY)));
    lives.add(closedAt(life().importedOn("2026-01-30")));
    var folded = Folded.of(lives);

    assertThat(share(folded, "grid")).isEqualTo(0.7);
    assertThat(share(folded, "community")).isEqualTo(0.2);
    assertThat(share(folded, "upward")).isEqualTo(0.1);
    assertThat(value(folded, "levelShare.grid").denominator()).isEqualTo(10L);
    assertThat(value(folded, "levelShare.grid").apart()).isEqualTo(0L);
    assertThat(number(folded, "closed")).isEqualTo(12L);
  }

  @ParameterizedTest
  @CsvSource({
    "59, 0",
    "60, 1",
    "43199, 719",
    "43200, 720",
    "43259, 720",
    "43260, 720",
    "44639, 720",
    "44640, 744",
    "-5, 0"
  })
  void hours_are_whole_up_to_thirty_days_and_whole_days_above(long minutes, long bin) {
    assertThat(Durations.bin(minutes)).isEqualTo(bin);
  }

  @ParameterizedTest
  @CsvSource({"1;2;3;4, 2, 4", "5, 5, 5", "1;2;3;4;5;6;7;8;9;10, 5, 9", "0;0;100, 0, 100"})
  void median_and_ninetieth_percentile_are_of_nearest_rank(String hours, long median, long p90) {
    var lives =
        List.of(hours.split(";")).stream()
            .map(hour ->
                life().submitted("2026-01-05").resolved("2026-01-06", Long.parseLong(hour) * 60))
            .toList();
    var folded = Folded.of(lives);

    assertThat(value(folded, "medianHours").value()).isEqualTo(median);
    assertThat(value(folded, "p90Hours").value()).isEqualTo(p90);
  }

  @Test
  void no_data_is_null_and_a_quiet_month_of_a_known_place_is_zero() {
    var folded = Folded.of(life().submitted("2026-01-05"));

    assertThat(folded.figure("petitions.received", "3702", "2026-01-01", "2026-01-31").value())
        .isNull();
    assertThat(folded.figure("petitions.received", "3706", "2026-02-01", "2026-02-28").value())
        .isEqualTo(0L);
    assertThat(folded.figure("petitions.onTimeRate", "3706", "2026-01-01", "2026-01-31").value())
        .isNull();
    assertThat(folded.figure("petitions.medianHours", "3706", "2026-01-01", "2026-01-31").value())
        .isNull();
  }

  @Test
  void every_figure_of_the_contract_is_in_the_catalogue_with_its_words() {
    assertThat(PetitionFigures.ALL)
        .extracting(Figure::code)
        .containsExactly(
            "petitions.received",
            "petitions.resolved",
            "petitions.closed",
            "petitions.open",
            "petitions.overdue",
            "petitions.onTimeRate",
            "petitions.responseRate",
            "petitions.resolutionRate",
            "petitions.satisfactionRate",
            "petitions.levelShare.grid",
            "petitions.levelShare.community",
            "petitions.levelShare.upward",
            "petitions.medianHours",
            "petitions.p90Hours",
            "petitions.reopenRate",
            "deliberations.held",
            "deliberations.completed",
            "petitions.matters",
            "petitions.merged",
            "whistles.blown",
            "whistles.checkedInOnTimeRate");
    assertThat(PetitionFigures.ALL)
        .allSatisfy(figure -> {
          assertThat(figure.formulaZh()).isNotBlank();
          assertThat(figure.formulaEn()).isNotBlank();
          assertThat(figure.nameZh()).isNotBlank();
          assertThat(figure.counts()).isNotEmpty();
        });
  }

  @Test
  void a_deliberation_is_held_once_a_meeting_and_completed_once_however_many_review_it() {
    var folded =
        Folded.of(
            life()
                .submitted("2026-01-05")
                .deliberated("2026-01-06")
                .reviewed("2026-01-08", true)
                .reviewed("2026-01-09", false)
                .deliberated("2026-01-12"),
            life().submitted("2026-01-05").deliberated("2026-01-06"));

    assertThat(deliberations(folded, "held", "2026-01-06")).isEqualTo(2L);
    assertThat(deliberations(folded, "held", "2026-01-12")).isEqualTo(1L);
    assertThat(deliberations(folded, "completed", "2026-01-08")).isEqualTo(1L);
    assertThat(deliberations(folded, "completed", "2026-01-09")).isEqualTo(0L);
  }

  private static Object deliberations(Folded folded, String code, String day) {
    return folded.figure("deliberations." + code, "370602003", day, day).value();
  }

  private static Life closedAt(Life life) {
    return life.submitted("2026-01-05").resolved("2026-01-06", 60).closed("2026-01-07");
  }

  private static Object share(Folded folded, String level) {
    return value(folded, "levelShare." + level).value();
  }

  private static Value value(Folded folded, String code) {
    return folded.figure("petitions." + code, GRID_CODE, "2026-01-01", "2026-01-31");
  }

  private static Object number(Folded folded, String code) {
    return value(folded, code).value();
  }

  private static Object on(Folded folded, String code, String day) {
    return folded.figure("petitions." + code, GRID_CODE, day, day).value();
  }
}
