package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.AgreementScene.A;
import static cn.linli.mediation.domain.AgreementScene.drafted;
import static cn.linli.mediation.domain.AgreementScene.effective;
import static cn.linli.mediation.domain.AgreementScene.item;
import static cn.linli.mediation.domain.AgreementScene.mediatorSigns;
import static cn.linli.mediation.domain.AgreementScene.visit;
import static cn.linli.mediation.domain.AgreementScene.words;
import static cn.linli.mediation.domain.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.Pathway;
import cn.linli.events.mediation.PerformanceState;
import cn.linli.events.mediation.SigningManner;
import cn.linli.events.mediation.Support;
import cn.linli.mediation.domain.AgreementCommand.*;
import cn.linli.mediation.domain.DisputeCommand.*;
import cn.linli.mediation.domain.HandOverCommand.Bundle;
import cn.linli.mediation.domain.HandOverCommand.HandOverClaims;
import cn.linli.platform.access.Role;
import cn.linli.platform.decide.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the rules let everybody do in every status: each command, asked by each kind of actor, of a
 * dispute in every status. {@code docs/disputes/transitions.csv} has the answers; with {@code
 * -Dlinli.disputes.regenerate=true} it is written anew.
 */
class DisputeTransitionsTest {

  private static final Path TABLE = Path.of("../docs/disputes/transitions.csv");
  private static final Actor DEBTOR = resident("li");
  private static final Instant LATER = instant("2026-12-01T00:00");

  private static final Map<String, Actor> ACTORS = new LinkedHashMap<>();

  static {
    ACTORS.put("resident (applicant)", FILER);
    ACTORS.put("resident (respondent)", DEBTOR);
    ACTORS.put("resident (stranger)", resident("stranger"));
    ACTORS.put("building-lead", PEACEMAKER);
    ACTORS.put("mediator", MEDIATOR);
    ACTORS.put("mediator (street)", STREET_MEDIATOR);
    ACTORS.put("committee-head", HEAD);
    ACTORS.put("justice-officer", JUSTICE);
    ACTORS.put("street-officer", actor(Role.STREET_OFFICER, "370602003", "so"));
  }

  /** The respondent has taken its seat, so that its own token speaks for it. */
  private static Scene joined(Scene scene) {
    return scene
        .by(MEDIATOR, new Invite("p2", "mark"))
        .accepted()
        .by(DEBTOR, new Join("mark"))
        .accepted();
  }

  private static Map<String, Scene> scenes() {
    var scenes = new LinkedHashMap<String, Scene>();
    scenes.put("new", registered());
    scenes.put("parties asked", joined(consenting()));
    scenes.put("begun", joined(mediating()));
    scenes.put("words stand", joined(drafted()));
    scenes.put("signed and sealed", joined(effective()));
    scenes.put("late", joined(effective()).until("2026-02-28T00:00"));
    scenes.put(
        "done", joined(effective()).by(FILER, new Perform("o1", null, List.of())).accepted());
    scenes.put(
        "not done",
        joined(effective()).at("2026-02-11T08:00").by(FILER, new Miss("o1", null)).accepted());
    scenes.put(
        "not agreed",
        joined(mediating())
            .by(MEDIATOR, new PaceCommand.Fail(EndReason.NO_AGREEMENT, null))
            .accepted());
    scenes.put("taken back", joined(mediating()).by(FILER, new Withdraw(Voice.OWN)).accepted());
    scenes.put("not taken", registered().by(MEDIATOR, new Refuse("no-civil-rights")));
    scenes.put(
        "over",
        joined(effective())
            .by(FILER, new Perform("o1", null, List.of()))
            .by(MEDIATOR, new CloseFile(null))
            .accepted());
    return scenes;
  }

  private static Map<String, Function<Actor, DisputeCommand>> commands() {
    var commands = new LinkedHashMap<String, Function<Actor, DisputeCommand>>();
    commands.put("accept", it -> new Accept(null, number(1)));
    commands.put("refuse", it -> new Refuse("no-civil-rights"));
    commands.put("transfer", it -> new Transfer(STREET_COMMITTEE, null));
    commands.put("consent", it -> new Answer(Voice.OWN, true));
    commands.put("consent (recorded)", it -> new Answer(recorded("p2"), true));
    commands.put("leave", it -> new Leave(Voice.OWN, "reason"));
    commands.put("withdraw", it -> new Withdraw(Voice.OWN));
    commands.put("session", it -> new HearingCommand.Schedule(LATER, "venue", false));
    commands.put("caucus", it -> new HearingCommand.HoldCaucus("p1", "note"));
    commands.put(
        "claims/{c}/assess",
        it -> new AssessmentCommand.Assess("c1", Support.PARTLY, "reason", null));
    commands.put("claims/{c}/withdraw", it -> new AssessmentCommand.WithdrawClaim(Voice.OWN, "c1"));
    commands.put("fail", it -> new PaceCommand.Fail(EndReason.NO_AGREEMENT, null));
    commands.put("agreement", it -> words().id("a9").items(item("p2", "p1", LATER)).draft());
    commands.put(
        "agreement (oral)", it -> words().id("a9").oral().items(item("p2", "p1", LATER)).draft());
    commands.put("agreements/{a}/sign", it -> new Sign(Voice.OWN, A, SigningManner.SIGNATURE));
    commands.put("agreements/{a}/sign (mediator)", it -> mediatorSigns(A));
    commands.put("agreements/{a}/seal", it -> new Seal(A));
    commands.put(
        "agreements/{a}/confirmation/apply",
        it -> new JoinConfirmation(Voice.OWN, A, "court", "mark"));
    commands.put(
        "agreements/{a}/confirmation/decide", it -> new DecideConfirmation(A, true, null, null));
    commands.put("obligations/{o}/perform", it -> new Perform("o1", null, List.of()));
    commands.put("obligations/{o}/miss", it -> new Miss("o1", null));
    commands.put("return-visit", it -> visit(PerformanceState.PARTLY));
    commands.put(
        "hand-over",
        it ->
            new HandOverClaims(
                Pathway.LITIGATION,
                "court",
                List.of("c1"),
                false,
                null,
                it.is(Role.RESIDENT) ? null : "wish",
                List.of(),
                new Bundle(1, LATER, "digest", "bundle", "names")));
    commands.put("close", it -> new CloseFile(null));
    return commands;
  }

  @Test
  void everybody_asks_everything_in_every_status() throws IOException {
    var lines = new ArrayList<String>();
    lines.add("status,scene,command," + String.join(",", ACTORS.keySet()));
    var statuses = EnumSet.noneOf(Status.class);
    scenes()
        .forEach((name, scene) -> {
          statuses.add(scene.state().status());
          commands()
              .forEach((command, asks) ->
                  lines.add(
                      scene.state().status().wire()
                          + ","
                          + name
                          + ","
                          + command
                          + ","
                          + ACTORS.values().stream()
                              .map(actor -> outcome(scene, asks.apply(actor), actor))
                              .collect(Collectors.joining(","))));
        });
    assertThat(statuses).as("every status has a scene").isEqualTo(EnumSet.allOf(Status.class));
    if (Boolean.getBoolean("linli.disputes.regenerate")) {
      Files.createDirectories(TABLE.getParent());
      Files.write(TABLE, lines);
    }
    assertThat(Files.readAllLines(TABLE))
        .as("docs/disputes/transitions.csv drifted: run with -Dlinli.disputes.regenerate=true")
        .isEqualTo(lines);
  }

  /** Where it stands afterwards, or why not. */
  private static String outcome(Scene scene, DisputeCommand command, Actor actor) {
    Facts facts = scene.facts(actor);
    return switch (DisputeRules.decide(command, scene.state(), facts)) {
      case Decision.Refused<MediationEvent>(var refusal) -> refusal.code();
      case Decision.Accepted<MediationEvent>(var events) ->
          "→" + Evolution.all(scene.state(), events, facts).status().wire();
    };
  }

  @Test
  void nobody_but_parties_and_those_who_mediate_changes_anything() {
    for (var scene : scenes().entrySet()) {
      commands()
          .forEach((command, asks) -> {
            for (String outsider : List.of("resident (stranger)", "street-officer")) {
              Actor actor = ACTORS.get(outsider);
              assertThat(outcome(scene.getValue(), asks.apply(actor), actor))
                  .as("%s asks %s of one that is %s", outsider, command, scene.getKey())
                  .doesNotStartWith("→");
            }
          });
    }
  }
}
