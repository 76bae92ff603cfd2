package cn.linli.gateway.views.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.RiskEvent.RiskAcknowledged;
import cn.linli.events.mediation.RiskEvent.RiskGraded;
import cn.linli.events.mediation.RiskGrade;
import cn.linli.events.mediation.RiskReason;
import cn.linli.local.LocalServers;
import cn.linli.platform.division.DivisionCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the topic tells becomes alerts, once, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RiskAlertsTest {

  private static final Instant START = Instant.parse("2026-01-05T02:00:00Z");
  private static final DivisionCode DISTRICT = DivisionCode.of("370602");

  private RiskAlerts alerts;
  private String stream;
  private int disputes;

  @BeforeAll
  void open() {
    var database = LocalServers.freshDatabase("alerts");
    RiskAlerts.prepare(database);
    RiskAlerts.prepare(database);
    alerts = new RiskAlerts(database);
  }

  @BeforeEach
  void another() {
    stream = "d:dispute" + ++disputes;
  }

  private RiskAlerts.Told told(int sequence, MediationEvent event) {
    return new RiskAlerts.Told(
        stream + ":" + sequence,
        stream,
        START.plusSeconds(sequence),
        List.of("37", "3706", "370602", "370602003", "370602003006"),
        event);
  }

  private static RiskGraded graded(RiskGrade grade, RiskGrade before) {
    return new RiskGraded(
        grade,
        before,
        List.of(RiskReason.values()[0]),
        grade == RiskGrade.RED && before != RiskGrade.RED,
        "370602");
  }

  private List<RiskAlert> ofThis(DivisionCode division) {
    return alerts.of(division).stream()
        .filter(it -> it.href().endsWith(stream.substring(2)))
        .toList();
  }

  @Test
  void raised_once_to_every_division_around_it() {
    var red = told(1, graded(RiskGrade.RED, RiskGrade.GREEN));
    alerts.apply(List.of(red));
    alerts.apply(List.of(red, told(2, graded(RiskGrade.RED, RiskGrade.RED))));
    for (var division : List.of("3706", "370602", "370602003006")) {
      assertThat(ofThis(DivisionCode.of(division)))
          .singleElement()
          .satisfies(alert -> {
            assertThat(alert.id()).isEqualTo(red.id());
            assertThat(alert.grade()).isEqualTo("red");
            assertThat(alert.district()).isEqualTo("370602");
            assertThat(alert.acknowledgedAt()).isNull();
          });
    }
    assertThat(ofThis(DivisionCode.of("370611"))).isEmpty();
  }

  @Test
  void seen_here_or_at_the_case_and_over_when_it_falls() {
    alerts.apply(List.of(told(1, graded(RiskGrade.RED, RiskGrade.GREEN))));
    alerts.apply(List.of(told(2, new RiskAcknowledged())));
    assertThat(ofThis(DISTRICT).getFirst().acknowledgedAt()).isEqualTo(START.plusSeconds(2));
    alerts.acknowledge(stream + ":1", START.plusSeconds(60), "district-officer@370602#x");
    assertThat(ofThis(DISTRICT).getFirst().acknowledgedAt())
        .as("the first time counts")
        .isEqualTo(START.plusSeconds(2));
    alerts.apply(List.of(told(3, graded(RiskGrade.GREEN, RiskGrade.RED))));
    assertThat(ofThis(DISTRICT).getFirst().overAt()).isEqualTo(START.plusSeconds(3));
  }

  @Test
  void what_ended_before_does_not_end_what_is_raised_anew() {
    var down = told(2, graded(RiskGrade.GREEN, RiskGrade.RED));
    var again = told(3, graded(RiskGrade.RED, RiskGrade.GREEN));
    alerts.apply(List.of(told(1, graded(RiskGrade.RED, RiskGrade.GREEN)), down, again));
    alerts.apply(List.of(down, again)); // read a second time
    assertThat(ofThis(DISTRICT)).hasSize(2);
    assertThat(alerts.find(again.id()).orElseThrow().overAt()).isNull();
  }
}
