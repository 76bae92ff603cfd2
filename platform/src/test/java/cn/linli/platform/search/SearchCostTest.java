package cn.linli.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.search.Texts.Known;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What notes and segments cost those who file: the same texts with and without, in turns. */
@Tag("slow")
class SearchCostTest {

  private static final int ROUNDS = 9;
  private static final int PER_ROUND = 8_000;
  private static final int IN_FLIGHT = 64;

  /** 60 characters, as in a filing. */
  private static final String WORDS = "路灯坏了三天夜里看不清路老人容易摔倒请尽快派人处理".repeat(2);

  @Test
  void filing_is_hardly_slower() throws Exception {
    try (var with = new Texts();
        var without = Texts.withoutIndex();
        var leader =
            new SearchLeader(
                with.store.client(), with.store.database(), "cost", with.store.registry())) {
      leader.start();
      round(with, 0);
      round(without, 0);
      double secondsWith = 0;
      double secondsWithout = 0;
      for (int i = 1; i <= ROUNDS; i++) {
        secondsWithout += round(without, i);
        secondsWith += round(with, i);
      }
      double ratio = secondsWithout / secondsWith;
      System.out.printf(
          "SearchCost: %,.0f filings a second without, %,.0f with notes and segments: %.1f %%%n",
          ROUNDS * PER_ROUND / secondsWithout, ROUNDS * PER_ROUND / secondsWith, 100 * ratio);
      assertThat(ratio).as("of the barest filing: no vault, no list indexes").isGreaterThan(0.7);
    }
  }

  private static double round(Texts texts, int round) {
    long since = System.nanoTime();
    var inFlight = new ArrayList<CompletableFuture<?>>();
    for (int n = 0; n < PER_ROUND; n++) {
      if (inFlight.size() == IN_FLIGHT) {
        CompletableFuture.anyOf(inFlight.toArray(CompletableFuture[]::new)).join();
        inFlight.removeIf(CompletableFuture::isDone);
      }
      String id = "%d-%06d".formatted(round, n);
      inFlight.add(texts.file(new Known(id, 1_700_000_000_000L + n, "370602003006", WORDS + id)));
    }
    inFlight.forEach(CompletableFuture::join);
    return (System.nanoTime() - since) / 1e9;
  }
}
