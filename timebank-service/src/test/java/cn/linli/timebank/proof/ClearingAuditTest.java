package cn.linli.timebank.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerFault;
import cn.linli.events.timebank.Reason;
import cn.linli.local.LocalMongo;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What communities owe each other is told by passbooks and by their own stream: alike, or named.
 */
class ClearingAuditTest {

  private static final String OTHER = "370602003007";
  private static final String PAIR = "c:" + LedgerLab.PLACE + "-" + OTHER;
  private static final String CLEARING = "clearing:" + LedgerLab.PLACE + "-" + OTHER;
  private static final String BACK = "clearing:" + OTHER + "-" + LedgerLab.PLACE;

  @TempDir Path folder;
  private LedgerLab lab;

  /** A gift of 20, an order of 50, a gift of 11; the first is taken back: 61 are owed. */
  @BeforeEach
  void twoCommunities() {
    lab = new LedgerLab(LocalMongo.forTests(), LedgerLab.secrets(folder));
    lab.open(1, 600);
    lab.open(2, OTHER, 600);
    lab.across("gift", OTHER, 1, 2, 20, Reason.TRANSFER);
    lab.across("order", OTHER, 1, null, 50, Reason.REDEEMED);
    lab.across("another", OTHER, 1, 2, 11, Reason.TRANSFER);
    lab.across("gift-back", OTHER, 1, 2, 20, Reason.REVERSAL);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private MongoCollection<Document> journal() {
    return lab.database.getCollection("journal");
  }

  @Test
  void bothTellTheSame() throws Exception {
    Seal seal = lab.audit();

    assertThat(seal.verdict().faulty()).isNull();
    assertThat(seal.verdict().minutes().sum()).isZero();
    assertThat(seal.verdict().minutes().clearing()).as("paid for the order").isEqualTo(50);
  }

  /** Up to any commit of the pair both are cut at the same one. */
  @Test
  void atEveryInstantBothAreCutAlike() throws Exception {
    List<Instant> commits =
        journal()
            .find(Filters.eq("s", PAIR))
            .sort(Sorts.ascending("k"))
            .map(it -> it.getDate("at").toInstant())
            .into(new java.util.ArrayList<>());

    assertThat(commits).hasSize(4);
    for (Instant commit : commits) {
      assertThat(lab.audit(commit).verdict().faulty()).as("as of %s", commit).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"2, minutes, 62", "4, total, 60"})
  void aForgedNumberOfTheirStreamIsNamed(int version, String field, long said) throws Exception {
    change(version, field);

    FaultFound fault = only(lab.audit());

    assertThat(fault.account()).isEqualTo(CLEARING);
    assertThat(fault.code()).isEqualTo(LedgerFault.NOT_AS_CLEARED);
    assertThat(fault.version()).isEqualTo(4);
    assertThat(fault.said()).isEqualTo(said);
    assertThat(fault.found()).isEqualTo(61);
  }

  @Test
  void aDebtTheOtherWayThatNoLineStandsForIsNamed() throws Exception {
    change(4, "back");

    FaultFound fault = only(lab.audit());

    assertThat(fault.account()).isEqualTo(BACK);
    assertThat(fault.said()).isEqualTo(1);
    assertThat(fault.found()).isZero();
  }

  @Test
  void aMissingEventIsNamed() throws Exception {
    journal().deleteOne(Filters.eq("_id", PAIR + ":0000000002"));

    FaultFound fault = only(lab.audit());

    assertThat(fault.account()).isEqualTo(CLEARING);
    assertThat(fault.said()).isEqualTo(11);
    assertThat(fault.found()).isEqualTo(61);
  }

  @Test
  void aMissingStreamIsNamed() throws Exception {
    journal().deleteMany(Filters.eq("s", PAIR));

    FaultFound fault = only(lab.audit());

    assertThat(fault.version()).isZero();
    assertThat(fault.said()).isZero();
    assertThat(fault.found()).isEqualTo(61);
  }

  /**
   * The receiver's passbook cut off behind its grant: no chain breaks and nothing is sealed yet.
   */
  @Test
  void aReceiversLineThatIsMissingIsNamed() throws Exception {
    journal()
        .deleteMany(Filters.and(Filters.eq("s", "a:" + LedgerLab.account(2)), Filters.gte("k", 3)));

    FaultFound fault = only(lab.audit());

    assertThat(fault.account()).isEqualTo(CLEARING);
    assertThat(fault.said()).isEqualTo(11);
    assertThat(fault.found()).isEqualTo(20);
  }

  @Test
  void anEventThatIsNoneIsNamed() throws Exception {
    journal()
        .updateOne(Filters.eq("_id", PAIR + ":0000000003"), Updates.set("e.0.d", "{\"from\":1}"));

    assertThat(lab.audit().verdict().faulty().faults())
        .anySatisfy(fault -> {
          assertThat(fault.account()).isEqualTo(PAIR);
          assertThat(fault.version()).isEqualTo(3);
          assertThat(fault.code()).isEqualTo(LedgerFault.UNREADABLE);
        });
  }

  private static FaultFound only(Seal seal) {
    assertThat(seal.verdict().faulty()).as("something is wrong").isNotNull();
    assertThat(seal.number()).as("nothing is sealed").isZero();
    assertThat(seal.verdict().faulty().brokenChains()).isZero();
    assertThat(seal.verdict().faulty().faults()).hasSize(1);
    return seal.verdict().faulty().faults().getFirst();
  }

  private void change(int version, String field) {
    var id = Filters.eq("_id", PAIR + ":000000000" + version);
    Document event = journal().find(id).first().getList("e", Document.class).getFirst();
    journal().updateOne(id, Updates.set("e.0.d", Forger.change(event.getString("d"), field)));
  }
}
