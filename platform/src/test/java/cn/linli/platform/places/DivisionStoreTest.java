package cn.linli.platform.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import cn.linli.platform.division.Division;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.DivisionTree;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.follow.Follower;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DivisionStoreTest {

  private final MongoDatabase database = LocalServers.freshDatabase("divisions");
  private final DivisionStore store = new DivisionStore(database);

  private static final Division NEW =
      new Division(
          DivisionCode.of("370688"), "新海阳区", List.of("海阳"), LocalDate.of(2026, 7, 1), null, null);

  @Test
  void anImportIsReadBackWholeAndOnlyWhatIsNewComesAgain() {
    assertThat(store.since(0)).isEqualTo(new DivisionChanges(0, List.of()));
    assertThat(store.add(List.of(NEW))).isEqualTo(1);
    assertThat(store.since(0)).isEqualTo(new DivisionChanges(1, List.of(NEW)));
    assertThat(store.since(1).divisions()).isEmpty();
    var retired =
        new Division(
            DivisionCode.of("370687"),
            "海阳市",
            List.of(),
            null,
            LocalDate.of(2026, 6, 30),
            DivisionCode.of("370688"));
    assertThat(store.add(List.of(retired))).isEqualTo(2);
    assertThat(store.since(1)).isEqualTo(new DivisionChanges(2, List.of(retired)));
  }

  @Test
  void twoImportsAtOnceAreTwoRevisionsAndNoneIsLost() throws Exception {
    var threads = new ArrayList<Thread>();
    for (int i = 1; i <= 4; i++) {
      var grid = Division.of(DivisionCode.of("37060200300690" + i), "网格" + i);
      threads.add(Thread.startVirtualThread(() -> store.add(List.of(grid))));
    }
    for (var thread : threads) {
      thread.join();
    }
    var all = store.since(0);
    assertThat(all.revision()).isEqualTo(4);
    assertThat(all.divisions())
        .extracting(division -> division.code().value())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 4).mapToObj(i -> "37060200300690" + i).toList());
  }

  @Test
  void anotherInstanceFollowsWithinSeconds() {
    var elsewhere = new Divisions(DivisionTree.shipped());
    var learning = new DivisionLearning(elsewhere, store::since);
    try (var follower = new Follower("divisions", learning).start()) {
      assertThat(follower).isNotNull();
      store.add(List.of(NEW));
      await()
          .atMost(Duration.ofSeconds(6))
          .untilAsserted(() -> assertThat(elsewhere.now().find("370688")).contains(NEW));
    }
  }
}
