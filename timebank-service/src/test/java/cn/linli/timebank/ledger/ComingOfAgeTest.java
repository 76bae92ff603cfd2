package cn.linli.timebank.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.CameOfAge;
import cn.linli.events.timebank.AccountKind;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A guardian's word ends with the day on which the holder comes of age. */
class ComingOfAgeTest {

  private static final String PLACE = "370602003006";
  private static final Instant OPENED = Instant.parse("2026-03-02T02:00:00Z");

  /** The first moment of 2028 where the community is. */
  private static final Instant OF_AGE = Instant.parse("2027-12-31T16:00:00Z");

  private static final Account GUARDIAN =
      Account.NONE.evolve(
          new AccountOpened("g", AccountKind.PERSON, PLACE, "h", "mother", null, null, null),
          OPENED);

  private static Account minor() {
    var opening =
        new AccountRules.Opening(
            "c", AccountKind.PERSON, PLACE, "h", "son", null, 2010, "g", GUARDIAN, "consent");
    Account account = Account.NONE;
    for (AccountEvent event : events(AccountRules.open(account, opening, OPENED))) {
      account = account.evolve(event, OPENED);
    }
    return account;
  }

  private static List<AccountEvent> events(Decision<AccountEvent> decision) {
    return ((Decision.Accepted<AccountEvent>) decision).events();
  }

  @Test
  void both_speak_until_the_year_of_age_begins_and_then_only_the_holder() {
    Account child = minor();
    assertThat(child.isSpokenForBy("mother")).isTrue();
    assertThat(child.isSpokenForBy("son")).isTrue();
    assertThat(child.isSpokenForBy("stranger")).isFalse();
    assertThat(AccountTimers.due(child)).isEqualTo(OF_AGE);

    List<AccountEvent> events = events(AccountTimers.fallDue(child, OF_AGE));
    assertThat(events).containsExactly(new CameOfAge(2028));
    Account grown = child.evolve(events.getFirst(), OF_AGE);
    assertThat(grown.isSpokenForBy("mother")).isFalse();
    assertThat(grown.isSpokenForBy("son")).isTrue();
    assertThat(grown.guardian()).isNull();
    assertThat(AccountTimers.due(grown)).isNull();
  }

  @Test
  void nobody_guards_a_grown_up() {
    Decision<AccountEvent> late =
        AccountRules.guard(minor(), "g", GUARDIAN, "consent", OF_AGE.plusSeconds(60));
    assertThat(((Decision.Refused<AccountEvent>) late).refusal().code()).isEqualTo("not-a-minor");
  }
}
