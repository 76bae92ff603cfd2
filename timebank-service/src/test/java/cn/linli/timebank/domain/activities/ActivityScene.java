package cn.linli.timebank.domain.activities;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.ReferralOrigin;
import cn.linli.events.timebank.ActivityPlan;
import cn.linli.events.timebank.ServiceEvent;
import cn.linli.platform.access.Role;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.activities.ActivityCommand.*;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Given an activity, when somebody does something, then this happened or was refused. */
final class ActivityScene {

  static final String COMMUNITY = "370602003006";
  static final Instant START = Instant.parse("2026-11-20T01:00:00Z");
  static final Instant END = START.plus(Duration.ofHours(4));
  static final Actor CLERK = actor("clerk", Role.COMMUNITY_CLERK, null);
  static final ReferralOrigin ORIGIN = new ReferralOrigin("p", "r");

  private Activity activity = Activity.NONE;
  private Instant now = START;

  static Actor actor(String name, Role role, @Nullable String organisation) {
    return new Actor(role.wire() + "@" + COMMUNITY + "#" + name, role, COMMUNITY, organisation);
  }

  static Actor resident(String name) {
    return actor(name, Role.RESIDENT, null);
  }

  static Volunteer volunteer(String name, String... skills) {
    return new Volunteer(
        "account-" + name, true, true, name, null, COMMUNITY, false, false, false, Set.of(skills));
  }

  static Volunteer insured(String name, String... skills) {
    return new Volunteer(
        "account-" + name, true, true, name, null, COMMUNITY, false, false, true, Set.of(skills));
  }

  static Volunteer minor(String name, boolean guardian) {
    return new Volunteer(
        "account-" + name, true, true, name, null, COMMUNITY, true, guardian, true, Set.of());
  }

  static ActivityPlan plan(String service, int places, int needed) {
    return new ActivityPlan(
        "title",
        COMMUNITY,
        service,
        START,
        END,
        places,
        needed,
        null,
        false,
        null,
        List.of("police-station"),
        true,
        List.of(),
        null);
  }

  static ActivityScene published(ActivityPlan plan, @Nullable ReferralOrigin origin) {
    var scene = new ActivityScene();
    scene.does(CLERK, new Publish("a", plan, origin));
    return scene;
  }

  static ActivityScene published(String service, int places, int needed) {
    return published(plan(service, places, needed), null);
  }

  ActivityScene at(Duration afterStart) {
    now = START.plus(afterStart);
    return this;
  }

  static SignUp signUp(Volunteer who) {
    return new SignUp(who, true, false, false, false);
  }

  ActivityScene signedUp(String... names) {
    for (String name : names) {
      does(resident(name), signUp(volunteer(name)));
    }
    return this;
  }

  /** Came at the begin and went so much later, seen by the organiser. */
  ActivityScene served(String name, int minutes) {
    Volunteer who = volunteer(name);
    at(Duration.ZERO).does(CLERK, new Check(who, true, null, null, null));
    return at(Duration.ofMinutes(minutes)).does(CLERK, new Check(who, false, null, null, null));
  }

  ActivityScene does(Actor actor, ActivityCommand command) {
    switch (ActivityRules.decide(command, activity, actor, now)) {
      case Decision.Accepted<ServiceEvent>(var events) -> apply(events, actor);
      case Decision.Refused<ServiceEvent>(var refusal) ->
          throw new AssertionError(command + " was refused: " + refusal);
    }
    return this;
  }

  private void apply(List<ServiceEvent> events, Actor actor) {
    for (ServiceEvent event : events) {
      activity = ActivityEvolution.evolve(activity, event, now, actor.ref());
    }
  }

  ActivityScene then(Actor actor, ActivityCommand command, ServiceEvent... expected) {
    assertThat(ActivityRules.decide(command, activity, actor, now))
        .isEqualTo(Decision.accept(List.of(expected)));
    apply(List.of(expected), actor);
    return this;
  }

  ActivityScene refuses(String code, Actor actor, ActivityCommand command) {
    assertThat(ActivityRules.decide(command, activity, actor, now))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            it -> assertThat(it.refusal().code()).as(command::toString).isEqualTo(code));
    return this;
  }

  Activity activity() {
    return activity;
  }
}
