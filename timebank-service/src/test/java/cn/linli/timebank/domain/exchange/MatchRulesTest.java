package cn.linli.timebank.domain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.ExchangeEvent;
import cn.linli.events.timebank.ExchangeEvent.*;
import cn.linli.events.timebank.MatchSide;
import cn.linli.platform.access.Role;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.exchange.MatchCommand.*;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From a need to the minutes that are paid; saying no costs nothing. */
class MatchRulesTest {

  private static final String COMMUNITY = "370602003006";
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant UNTIL = NOW.plus(Duration.ofDays(33));
  private static final Actor CLERK = actor("clerk", Role.BANK_CLERK);
  private static final Volunteer GIVER = person("giver", COMMUNITY, false, false);
  private static final Volunteer ELDER = person("elder", COMMUNITY, false, false);

  private static Actor actor(String name, Role role) {
    return new Actor(role.wire() + "@" + COMMUNITY + "#" + name, role, COMMUNITY, null);
  }

  private static Volunteer person(String name, String division, boolean minor, boolean insured) {
    return new Volunteer(
        "account-" + name, true, true, name, null, division, minor, minor, insured, Set.of());
  }

  private static final Actor GIVES = actor("giver", Role.RESIDENT);
  private static final Actor NEEDS = actor("elder", Role.RESIDENT);

  private static Need need(String service, Need.Status status) {
    var filed =
        new NeedFiled(
            "n",
            "account-elder",
            COMMUNITY,
            service,
            60,
            NOW.plus(Duration.ofDays(3)),
            "words",
            status == Need.Status.OPEN,
            false);
    return Need.evolve(Need.NONE, filed, NOW);
  }

  private static Propose propose(String service, Volunteer provider, boolean visits) {
    return new Propose(
        "m", need(service, Need.Status.OPEN), Offer.NONE, provider, ELDER, false, visits, false);
  }

  /** By a helper of another community. */
  private static Propose across(Volunteer provider, boolean cleared) {
    return new Propose(
        "m", need("help", Need.Status.OPEN), Offer.NONE, provider, ELDER, false, false, cleared);
  }

  private static Match after(ExchangeEvent... events) {
    Match match = Match.NONE;
    for (ExchangeEvent event : events) {
      match = Match.evolve(match, event, NOW);
    }
    return match;
  }

  private static MatchProposed proposed(MatchSide by) {
    return new MatchProposed(
        "m", "n", null, "account-giver", "account-elder", COMMUNITY, "help", 60, false, by, UNTIL);
  }

  private static String code(Decision<ExchangeEvent> decision) {
    return decision instanceof Decision.Refused<ExchangeEvent>(var refusal) ? refusal.code() : "";
  }

  static Stream<Arguments> who_may_meet_a_need() {
    var offer =
        Offer.evolve(
            Offer.NONE,
            new OfferMade("o", "account-giver", COMMUNITY, List.of("repair"), null),
            NOW);
    return Stream.of(
        Arguments.of("", propose("help", GIVER, false)),
        Arguments.of("own-need", propose("help", ELDER, false)),
        Arguments.of("insurance-missing", propose("patrol", GIVER, false)),
        Arguments.of("skill-missing", propose("repair", GIVER, false)),
        Arguments.of(
            "other-community", propose("help", person("far", "370602003007", false, false), false)),
        Arguments.of(
            "not-for-minors", propose("help", person("child", COMMUNITY, true, true), false)),
        Arguments.of("", propose("help", person("child", COMMUNITY, true, true), true)),
        Arguments.of(
            "not-for-minors", propose("patrol", person("child", COMMUNITY, true, true), true)),
        Arguments.of(
            "offer-does-not-fit",
            new Propose(
                "m", need("help", Need.Status.OPEN), offer, GIVER, ELDER, false, false, false)),
        Arguments.of(
            "need-not-open",
            new Propose(
                "m",
                need("help", Need.Status.AUDITING),
                Offer.NONE,
                GIVER,
                ELDER,
                false,
                false,
                false)),
        Arguments.of("", across(person("far", "370602003007", false, false), true)),
        Arguments.of("", across(person("far", "370611104203", false, false), true)),
        Arguments.of(
            "insurance-missing",
            new Propose(
                "m",
                need("patrol", Need.Status.OPEN),
                Offer.NONE,
                person("far", "370602003007", false, false),
                ELDER,
                false,
                false,
                true)),
        Arguments.of("other-community", across(person("far", "370611104203", false, false), false)),
        Arguments.of("other-city", across(person("far", "370202001001", false, false), true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void who_may_meet_a_need(String code, Propose ask) {
    assertThat(code(MatchRules.decide(ask, Match.NONE, CLERK, NOW))).isEqualTo(code);
  }

  @Test
  void a_clerk_brings_together_and_sends_nobody() {
    var match = after(proposed(MatchSide.CLERK));
    assertThat(match.agreed()).isEmpty();
    assertThat(code(MatchRules.decide(new Agree(GIVER, ELDER, false), match, CLERK, NOW)))
        .isEqualTo("evidence-missing");
    assertThat(MatchRules.decide(new Agree(GIVER, ELDER, true), match, CLERK, NOW))
        .isEqualTo(
            Decision.<ExchangeEvent>accept(new MatchAgreed("m", MatchSide.RECIPIENT, false)));
    assertThat(
            MatchRules.decide(
                new Agree(GIVER, ELDER, false),
                after(proposed(MatchSide.CLERK), new MatchAgreed("m", MatchSide.RECIPIENT, false)),
                GIVES,
                NOW))
        .isEqualTo(Decision.<ExchangeEvent>accept(new MatchAgreed("m", MatchSide.PROVIDER, true)));
    assertThat(MatchRules.decide(new Decline(GIVER, ELDER), match, GIVES, NOW))
        .isEqualTo(Decision.<ExchangeEvent>accept(new MatchDeclined("m", MatchSide.PROVIDER)));
  }

  @Test
  void who_was_served_confirms_and_never_more_than_was_agreed_or_served() {
    var agreed =
        new ExchangeEvent[] {
          proposed(MatchSide.PROVIDER), new MatchAgreed("m", MatchSide.RECIPIENT, true)
        };
    Instant began = NOW.minus(Duration.ofMinutes(90));
    assertThat(code(MatchRules.decide(new Confirm(GIVER, ELDER, 5), after(agreed), NEEDS, NOW)))
        .isEqualTo("not-delivered");
    assertThat(
            code(
                MatchRules.decide(
                    new Deliver(GIVER, ELDER, began, NOW), after(agreed), NEEDS, NOW)))
        .isEqualTo("not-the-provider");
    assertThat(MatchRules.decide(new Deliver(GIVER, ELDER, began, NOW), after(agreed), GIVES, NOW))
        .isEqualTo(Decision.<ExchangeEvent>accept(new ServiceDelivered("m", began, NOW)));
    var delivered = after(agreed[0], agreed[1], new ServiceDelivered("m", began, NOW));
    assertThat(code(MatchRules.decide(new Confirm(GIVER, ELDER, 60), delivered, GIVES, NOW)))
        .isEqualTo("self-confirmation");
    assertThat(code(MatchRules.decide(new Confirm(GIVER, ELDER, 61), delivered, NEEDS, NOW)))
        .isEqualTo("over-agreed-minutes");
    assertThat(code(MatchRules.decide(new Confirm(GIVER, ELDER, 91), delivered, NEEDS, NOW)))
        .isEqualTo("longer-than-served");
    assertThat(MatchRules.decide(new Confirm(GIVER, ELDER, 60), delivered, NEEDS, NOW))
        .isEqualTo(Decision.<ExchangeEvent>accept(new DeliveryConfirmed("m", "help", 60)));
    var confirmed = Match.evolve(delivered, new DeliveryConfirmed("m", "help", 60), NOW);
    assertThat(code(MatchRules.decide(new Confirm(GIVER, ELDER, 60), confirmed, NEEDS, NOW)))
        .isEqualTo("already-confirmed");
  }

  @Test
  void who_was_served_does_not_call_off_what_was_done() {
    Instant began = NOW.minus(Duration.ofMinutes(90));
    var agreed =
        after(proposed(MatchSide.PROVIDER), new MatchAgreed("m", MatchSide.RECIPIENT, true));
    var delivered = Match.evolve(agreed, new ServiceDelivered("m", began, NOW), NOW);
    var cancel = new MatchCommand.Cancel(GIVER, ELDER);

    assertThat(MatchRules.decide(cancel, agreed, NEEDS, NOW))
        .isEqualTo(
            Decision.<ExchangeEvent>accept(
                new ExchangeEvent.MatchCancelled("m", MatchSide.RECIPIENT)));
    assertThat(code(MatchRules.decide(cancel, delivered, NEEDS, NOW)))
        .isEqualTo("already-delivered");
    assertThat(code(MatchRules.decide(cancel, delivered, GIVES, NOW))).isEmpty();
    assertThat(code(MatchRules.decide(cancel, delivered, CLERK, NOW))).isEmpty();
  }

  @Test
  void what_nobody_confirmed_lapses_thirty_days_after_the_need_and_gives_back_once() {
    var proposed =
        ((Decision.Accepted<ExchangeEvent>)
                MatchRules.decide(propose("help", GIVER, false), Match.NONE, GIVES, NOW))
            .events()
            .getFirst();
    assertThat(after(proposed).until()).isEqualTo(UNTIL);
    assertThat(after(proposed).due()).as("nothing is held yet").isNull();
    var agreed = after(proposed, new MatchAgreed("m", MatchSide.RECIPIENT, true));
    assertThat(agreed.due()).isEqualTo(UNTIL);
    var delivered = Match.evolve(agreed, new ServiceDelivered("m", NOW, NOW.plusSeconds(60)), NOW);
    assertThat(delivered.due()).isEqualTo(UNTIL);
    assertThat(MatchRules.fallDue(delivered))
        .isEqualTo(Decision.<ExchangeEvent>accept(new MatchLapsed("m")));

    var lapsed = Match.evolve(delivered, new MatchLapsed("m"), UNTIL);
    assertThat(lapsed.due()).isNull();
    assertThat(code(MatchRules.decide(new Confirm(GIVER, ELDER, 1), lapsed, NEEDS, UNTIL)))
        .isEqualTo("match-lapsed");
    assertThat(code(MatchRules.decide(new Cancel(GIVER, ELDER), lapsed, NEEDS, UNTIL)))
        .isEqualTo("match-lapsed");
    assertThat(MatchRules.giveBack(lapsed))
        .isEqualTo(Decision.<ExchangeEvent>accept(new MatchGivenBack("m")));
    var over = Match.evolve(lapsed, new MatchGivenBack("m"), UNTIL);
    assertThat(code(MatchRules.giveBack(over))).isEqualTo("match-lapsed");
    assertThat(code(MatchRules.giveBack(delivered))).isEqualTo("match-not-lapsed");
  }

  @Test
  void a_match_of_before_they_lapsed_does_so_when_no_need_could_wait_longer() {
    var before =
        new MatchProposed(
            "m",
            "n",
            null,
            "account-giver",
            "account-elder",
            COMMUNITY,
            "help",
            60,
            false,
            MatchSide.PROVIDER,
            null);
    var agreed = after(before, new MatchAgreed("m", MatchSide.RECIPIENT, true));
    assertThat(agreed.due()).isEqualTo(NOW.plus(Duration.ofDays(120)));
  }

  @Test
  void a_stranger_has_no_say() {
    assertThat(
            code(
                MatchRules.decide(
                    new Decline(GIVER, ELDER),
                    after(proposed(MatchSide.CLERK)),
                    actor("stranger", Role.RESIDENT),
                    NOW)))
        .isEqualTo("out-of-scope");
  }
}
