package cn.linli.timebank.domain.orders;

import cn.linli.events.timebank.QuotaEvent;
import cn.linli.events.timebank.QuotaEvent.QuotaReturned;
import cn.linli.events.timebank.QuotaEvent.QuotaUsed;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;

/**
 * How many of each limited reward one account ordered in one quarter. Source of the limit: domain
 * rules §6.3.
 *
 * @param used by reward; what was given back does not count
 */
public record Quota(String division, Map<String, Integer> used) {

  /** Different limited rewards of one account in one quarter. */
  static final int REWARDS_MAX = 200;

  public static final Quota NONE = new Quota("", Map.of());

  public Quota {
    used = Map.copyOf(used);
  }

  /** The calendar quarter of a day in the tenant's zone, as {@code 2026q4}. */
  public static String quarter(Instant at) {
    var day = WorkCalendar.dayOf(at);
    return day.getYear() + "q" + day.get(IsoFields.QUARTER_OF_YEAR);
  }

  public int used(String reward) {
    return used.getOrDefault(reward, 0);
  }

  /**
   * @param account its division
   * @param limit how many of the reward it may order in the quarter
   */
  Decision<QuotaEvent> use(String account, String reward, String order, int quantity, int limit) {
    int before = used(reward);
    if (before + quantity > limit) {
      return Decision.refuse(
          Refusal.of("quarter-limit", "limit", limit).with("left", Math.max(0, limit - before)));
    }
    if (before == 0 && used.size() >= REWARDS_MAX) {
      return Decision.refuse("too-many-rewards", "limit", REWARDS_MAX);
    }
    return Decision.accept(new QuotaUsed(account, reward, order, quantity, before + quantity));
  }

  QuotaEvent giveBack(String reward, String order, int quantity) {
    return new QuotaReturned(reward, order, quantity, used(reward) - quantity);
  }

  public Quota evolve(QuotaEvent event) {
    return switch (event) {
      case QuotaUsed it -> new Quota(it.division(), with(it.reward(), it.used()));
      case QuotaReturned it -> new Quota(division, with(it.reward(), it.used()));
    };
  }

  private Map<String, Integer> with(String reward, int now) {
    var after = new HashMap<>(used);
    if (now == 0) {
      after.remove(reward);
    } else {
      after.put(reward, now);
    }
    return after;
  }
}
