package cn.linli.timebank.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerFault;
import cn.linli.events.timebank.Unit;
import cn.linli.local.LocalMongo;
import cn.linli.platform.commit.Outcome;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An untouched ledger holds; whatever is done to it behind its back is found and named. */
class LedgerAuditTest {

  private static final int HOLDERS = 20;
  private static final int TRANSFERS = 200;

  @TempDir Path folder;
  private LedgerLab lab;

  @BeforeEach
  void aLedgerWithTransfers() {
    lab = new LedgerLab(LocalMongo.forTests(), LedgerLab.secrets(folder));
    for (int i = 0; i < HOLDERS; i++) {
      lab.open(i, 600);
    }
    var random = new Random(7);
    for (int n = 0; n < TRANSFERS; n++) {
      int from = random.nextInt(HOLDERS);
      int to = (from + 1 + random.nextInt(HOLDERS - 1)) % HOLDERS;
      assertThat(lab.transfer("t" + n, from, to, 1 + random.nextInt(3)))
          .isInstanceOf(Outcome.Done.class);
    }
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void holdsAndIsSealed() throws Exception {
    Seal seal = lab.audit();

    assertThat(seal.verdict().faulty()).isNull();
    assertThat(seal.number()).isEqualTo(1);
    assertThat(seal.verdict().lines()).isEqualTo(2 * HOLDERS + 2 * TRANSFERS);
    assertThat(seal.verdict().streams()).isEqualTo(2 * HOLDERS);
    assertThat(seal.verdict().minutes().sum()).isZero();
    assertThat(seal.verdict().minutes().passbooks()).isEqualTo(HOLDERS * 600);
    assertThat(seal.verdict().minutes().issue()).isEqualTo(-HOLDERS * 600L);
    assertThat(seal.verdict().points().sum()).isZero();
    assertThat(seal.verdict().points().passbooks()).isEqualTo(HOLDERS * 60);
  }

  @Test
  void everyPassbookHasItsPlaceUnderTheRoot() throws Exception {
    Seal seal = lab.audit();

    for (int i = 0; i < HOLDERS; i++) {
      for (Unit unit : Unit.values()) {
        var id = new Leaf.Id(LedgerLab.account(i), unit);
        LeafStore.Place place = lab.leaves.find(seal.leaves(), id).orElseThrow();
        assertThat(place.leaf().head()).isEqualTo(lab.read(i).balance(unit).head());
        assertThat(MerkleTree.climb(place.leaf().bytes(), place.path()))
            .asHexString()
            .isEqualToIgnoringCase(seal.last().root());
      }
    }
  }

  @Test
  void aRootFollowsTheOneBefore() throws Exception {
    Seal first = lab.audit();
    lab.transfer("later", 1, 2, 5);
    Seal second = lab.audit();

    assertThat(second.number()).isEqualTo(2);
    assertThat(second.last().previous()).isEqualTo(Seal.statement(first.last()).hash());
    assertThat(second.last().root()).isNotEqualTo(first.last().root());
  }

  @ParameterizedTest
  @CsvSource({
    "amount, BROKEN_CHAIN",
    "balance, WRONG_BALANCE",
    "counter, BROKEN_CHAIN",
    "ref, BROKEN_CHAIN",
    "reason, UNREADABLE",
    "hash, BROKEN_CHAIN",
    "entry, NOT_DENSE"
  })
  void oneChangedCharacterOfAnOldLineIsFoundAndNamed(String field, LedgerFault code)
      throws Exception {
    String id = "a:" + LedgerLab.account(3) + ":0000000004";
    change(id, field);

    FaultFound fault = firstFault(lab.audit());

    assertThat(fault.account()).isEqualTo(LedgerLab.account(3));
    assertThat(fault.version()).isEqualTo(4);
    assertThat(fault.code()).isEqualTo(code);
  }

  @Test
  void aLineMovedInTimeIsFound() throws Exception {
    var journal = lab.database.getCollection("journal");
    var id = Filters.eq("_id", "a:" + LedgerLab.account(3) + ":0000000004");
    var at = journal.find(id).first().getDate("at");
    journal.updateOne(id, Updates.set("at", new java.util.Date(at.getTime() + 1)));

    assertThat(firstFault(lab.audit()).code()).isEqualTo(LedgerFault.BROKEN_CHAIN);
  }

  @Test
  void aMissingLineIsFound() throws Exception {
    lab.database
        .getCollection("journal")
        .deleteOne(Filters.eq("_id", "a:" + LedgerLab.account(3) + ":0000000004"));

    List<FaultFound> faults = lab.audit().verdict().faulty().faults();

    assertThat(faults)
        .anySatisfy(fault -> {
          assertThat(fault.account()).isEqualTo(LedgerLab.account(3));
          assertThat(fault.version()).isEqualTo(5);
          assertThat(fault.code()).isEqualTo(LedgerFault.NOT_DENSE);
        })
        .anySatisfy(fault -> assertThat(fault.code()).isEqualTo(LedgerFault.UNEVEN));
  }

  @Test
  void linesCutOffBehindARootAreFound() throws Exception {
    lab.audit();
    long version = lab.read(3).minutes().seq() + 1; // the first commit has no line of minutes more
    var journal = lab.database.getCollection("journal");
    var last =
        journal
            .find(Filters.eq("s", "a:" + LedgerLab.account(3)))
            .sort(new Document("k", -1))
            .first();
    journal.deleteOne(Filters.eq("_id", last.get("_id")));

    List<FaultFound> faults = lab.audit().verdict().faulty().faults();

    assertThat(faults)
        .anySatisfy(fault -> {
          assertThat(fault.account()).isEqualTo(LedgerLab.account(3));
          assertThat(fault.seq()).isEqualTo(version - 1);
          assertThat(fault.code()).isEqualTo(LedgerFault.NOT_AS_SEALED);
        });
  }

  /** Whoever rewrites a whole passbook, hashes and all, is found by the root alone. */
  @Test
  void aPassbookWrittenAnewFromItsFirstLineIsFound() throws Exception {
    lab.audit();
    var journal = lab.database.getCollection("journal");
    Forger.rewrite(journal, LedgerLab.account(3));

    List<FaultFound> faults = lab.audit().verdict().faulty().faults();

    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().account()).isEqualTo(LedgerLab.account(3));
    assertThat(faults.getFirst().code()).isEqualTo(LedgerFault.NOT_AS_SEALED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aRandomBitOfAnyLineIsFound(int seed) throws Exception {
    var random = new Random(seed);
    int holder = random.nextInt(HOLDERS);
    String id = "a:" + LedgerLab.account(holder) + ":000000000" + (2 + random.nextInt(3));
    Forger.flipBit(lab.database.getCollection("journal"), id, random);

    Seal seal = lab.audit();

    assertThat(seal.verdict().faulty()).isNotNull();
    assertThat(seal.verdict().faulty().faults())
        .extracting(FaultFound::account)
        .contains(LedgerLab.account(holder));
    assertThat(seal.number()).as("nothing is sealed").isZero();
  }

  private static FaultFound firstFault(Seal seal) {
    return seal.verdict().faulty().faults().getFirst();
  }

  private void change(String id, String field) {
    var journal = lab.database.getCollection("journal");
    Document document = journal.find(Filters.eq("_id", id)).first();
    Document event = document.getList("e", Document.class).getFirst();
    journal.updateOne(
        Filters.eq("_id", id), Updates.set("e.0.d", Forger.change(event.getString("d"), field)));
  }
}
