package cn.linli.timebank.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.Unit;
import cn.linli.local.LocalMongo;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept in chunks, a tree has the root and the paths that it has as a whole. */
class LeafStoreTest {

  private static final Instant AS_OF = Instant.parse("2026-01-01T16:00:00Z");

  private final LeafStore store = new LeafStore(LocalMongo.forTests().freshDatabase("leaves"));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 513, 1_024, 1_537})
  void theRootIsThatOfTheWhole(int count) {
    var set = new LeafStore.Set(1, AS_OF);
    List<Leaf> leaves = leaves(count);
    MerkleTree whole = MerkleTree.of(leaves.stream().map(Leaf::bytes).toList());

    assertThat(store.keep(set, leaves, java.util.Map.of())).isEqualTo(whole.root());
    for (int i = 0; i < count; i += 37) {
      LeafStore.Place place = store.find(set, leaves.get(i).id()).orElseThrow();
      assertThat(place.leaf()).isEqualTo(leaves.get(i));
      assertThat(MerkleTree.climb(place.leaf().bytes(), place.path())).isEqualTo(whole.root());
    }
    assertThat(store.find(set, new Leaf.Id("no-such", Unit.MINUTES))).isEmpty();
    assertThat(store.of(set, account -> true)).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(ints = {600})
  void onlyTheLastTwoRootsLeavesAreKept(int count) {
    for (int number = 1; number <= 4; number++) {
      store.keep(
          new LeafStore.Set(number, AS_OF.plusSeconds(number)), leaves(count), java.util.Map.of());
    }
    var other = new LeafStore.Set(4, AS_OF.plusSeconds(9));
    store.keep(other, leaves(count), java.util.Map.of());

    store.forget(new LeafStore.Set(4, AS_OF.plusSeconds(4)));

    assertThat(store.of(new LeafStore.Set(2, AS_OF.plusSeconds(2)), account -> true)).isEmpty();
    assertThat(store.of(new LeafStore.Set(3, AS_OF.plusSeconds(3)), account -> true))
        .hasSize(count);
    assertThat(store.of(new LeafStore.Set(4, AS_OF.plusSeconds(4)), account -> true))
        .hasSize(count);
    assertThat(store.of(other, account -> true)).as("of a run that lost").isEmpty();
  }

  private static List<Leaf> leaves(int count) {
    return IntStream.range(0, count)
        .mapToObj(n ->
            new Leaf(
                new Leaf.Id(LedgerLab.account(n / 2), Unit.values()[n % 2]),
                n + 1,
                "%064x".formatted(n)))
        .toList();
  }
}
