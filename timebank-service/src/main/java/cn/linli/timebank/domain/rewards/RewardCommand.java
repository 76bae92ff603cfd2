package cn.linli.timebank.domain.rewards;

import cn.linli.events.timebank.RewardFiling;

/** What a community does with its catalogue. */
public sealed interface RewardCommand {

  record Offer(RewardFiling filing) implements RewardCommand {}

  /** {@code price}: of one, from now on. */
  record Reprice(long price) implements RewardCommand {}

  /** {@code added}: how many came. */
  record Restock(int added) implements RewardCommand {}

  record Withdraw(String reasonRef) implements RewardCommand {}
}
