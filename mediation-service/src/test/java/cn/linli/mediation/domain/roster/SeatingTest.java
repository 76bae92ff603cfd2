package cn.linli.mediation.domain.roster;

import static cn.linli.mediation.domain.roster.Roster.withProfession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.linli.events.mediation.Mechanism;
import cn.linli.mediation.domain.roster.SeatPlan.Seat;
import cn.linli.platform.config.tables.MechanismTable;
import cn.linli.platform.config.tables.ShippedTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The seats of each mechanism, with exactly one thing wrong at a time. */
class SeatingTest {

  @ParameterizedTest
  @EnumSource(Mechanism.class)
  void a_mechanism_with_every_seat_taken_stands_and_without_any_one_of_them_does_not(
      Mechanism mechanism) {
    SeatPlan plan = plan(mechanism);
    List<Candidate> people = people(plan);
    var seated = (Seating.Result.Seated) Seating.all(plan, people);
    assertThat(seated.places())
        .extracting(Seating.Place::seat)
        .containsExactlyElementsOf(plan.seats().stream().map(Seat::code).toList());
    for (int i = 0; i < people.size(); i++) {
      var fewer = new ArrayList<>(people);
      fewer.remove(i);
      assertThat(code(Seating.all(plan, fewer)))
          .as("without " + plan.seats().get(i).code())
          .isEqualTo("seat-missing");
    }
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(Mechanism.SINGLE, 1, "panel-too-large"),
        arguments(Mechanism.PANEL, 1, "panel-not-odd"),
        arguments(Mechanism.PANEL, 7, "panel-too-large"),
        arguments(Mechanism.THREE_OFFICIALS_ONE_LAWYER_ONE_STATION, 1, "panel-not-odd"),
        arguments(Mechanism.FOUR_PARTY, 5, "panel-too-large"),
        arguments(Mechanism.POLICE_CIVIL, 4, "panel-too-large"),
        arguments(Mechanism.STEWARDS, 8, "panel-too-large"));
  }

  @ParameterizedTest
  @MethodSource
  void wrong(Mechanism mechanism, int more, String code) {
    SeatPlan plan = plan(mechanism);
    var people = new ArrayList<>(people(plan));
    for (int i = 0; i < more; i++) {
      people.add(withProfession("further-" + i));
    }
    assertThat(code(Seating.all(plan, people))).isEqualTo(code);
  }

  @Test
  void a_missing_seat_is_named() {
    SeatPlan plan = plan(Mechanism.THREE_OFFICIALS_ONE_LAWYER_ONE_STATION);
    var people = new ArrayList<>(people(plan));
    people.set(1, withProfession("second-lawyer", "lawyer"));
    var refused = (Seating.Result.Refused) Seating.all(plan, people);
    assertThat(refused.refusal().details())
        .containsEntry("seat", "prosecutor")
        .containsEntry("missing", List.of("prosecutor"));
  }

  @Test
  void who_fits_two_seats_makes_room_for_who_fits_one() {
    var plan =
        new SeatPlan(
            List.of(new Seat("any", Set.of()), new Seat("lawyer", Set.of("lawyer"))), 2, false);
    var lawyer = withProfession("lawyer", "lawyer");
    var neighbour = withProfession("neighbour");
    var seated = (Seating.Result.Seated) Seating.all(plan, List.of(lawyer, neighbour));
    assertThat(seated.places())
        .containsExactly(new Seating.Place("any", neighbour), new Seating.Place("lawyer", lawyer));
  }

  @Test
  void further_people_have_further_seats() {
    SeatPlan plan = plan(Mechanism.PANEL);
    var people = new ArrayList<>(people(plan));
    people.add(withProfession("fourth"));
    people.add(withProfession("fifth"));
    var seated = (Seating.Result.Seated) Seating.all(plan, people);
    assertThat(seated.places())
        .extracting(Seating.Place::seat)
        .containsExactly("presiding", "second", "third", SeatPlan.FURTHER, SeatPlan.FURTHER);
  }

  /** One for each seat, with the first of the professions it asks for. */
  private static List<Candidate> people(SeatPlan plan) {
    return plan.seats().stream()
        .map(seat ->
            withProfession(
                "for-" + seat.code(),
                seat.professions().stream().sorted().limit(1).toArray(String[]::new)))
        .toList();
  }

  private static SeatPlan plan(Mechanism mechanism) {
    MechanismTable.Row row = ShippedTables.of(MechanismTable.class).row(mechanism);
    return new SeatPlan(
        row.seats().stream()
            .map(it -> new Seat(Objects.requireNonNull(it.code()), Set.copyOf(it.professions())))
            .toList(),
        Objects.requireNonNull(row.most()),
        Objects.requireNonNull(row.odd()));
  }

  private static String code(Seating.Result result) {
    return ((Seating.Result.Refused) result).refusal().code();
  }
}
