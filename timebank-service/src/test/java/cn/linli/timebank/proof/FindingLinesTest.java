package cn.linli.timebank.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Unit;
import cn.linli.local.LocalMongo;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.Outcome;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Lines;
import cn.linli.timebank.ledger.Entry;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A line of a long passbook is found by halving, by the index, in few documents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingLinesTest {

  private static final int TRANSFERS = 1_500;

  /** What waits shares a batch, and more than this is told to come again. */
  private static final int AT_ONCE = 100;

  /** One step reads 16 documents; five halve the passbook to 64, which are read through. */
  private static final int DOCUMENTS_MAX = 5 * 16 + 64;

  private LedgerLab lab;
  private Lines lines;

  @BeforeAll
  void aLongPassbook(@TempDir Path folder) {
    lab = new LedgerLab(LocalMongo.forTests(), LedgerLab.secrets(folder));
    lab.open(1, 10_000);
    lab.open(2, 600);
    for (int done = 0; done < TRANSFERS; done += AT_ONCE) {
      var waiting = new ArrayList<CompletableFuture<Outcome>>();
      for (int i = 0; i < AT_ONCE; i++) {
        waiting.add(lab.begin("t" + (done + i), 1, 2, 1));
      }
      waiting.forEach(it -> assertThat(it.join()).isInstanceOf(Outcome.Done.class));
    }
    lines =
        new Lines(
            lab.database,
            new Kinds(List.of(new AccountCases()), code -> List.of(), WorkCalendar.ZONE));
  }

  @AfterAll
  void close() {
    lab.close();
  }

  /** The first version has a line of either unit, each other one a line of minutes. */
  @Test
  void everyLineIsFoundInFewDocumentsByTheIndex() {
    for (int seq : new int[] {1, 2, 3, 64, 65, 66, 749, 750, 751, 1_000, 1_436, 1_500, 1_501}) {
      var entry = new Entry(LedgerLab.account(1), Unit.MINUTES, seq);
      var read = new ArrayList<Document>();

      var found = profiled(read, () -> lines.find(entry, TRANSFERS + 1)).orElseThrow();

      assertThat(((Posted) found.event()).entry()).isEqualTo(entry.id());
      assertThat(found.version()).isEqualTo(seq);
      assertThat(read)
          .isNotEmpty()
          .allSatisfy(it -> assertThat(it.getString("planSummary")).isEqualTo("IXSCAN { _id: 1 }"));
      assertThat(read.stream().mapToInt(it -> it.getInteger("docsExamined")).sum())
          .as("documents for line %d", seq)
          .isBetween(1, DOCUMENTS_MAX);
    }
  }

  @Test
  void aLineAloneAmongOthersOfTheOtherUnitCostsThePassbookOnce() {
    var entry = new Entry(LedgerLab.account(1), Unit.POINTS, 1);
    var read = new ArrayList<Document>();

    var found = profiled(read, () -> lines.find(entry, TRANSFERS + 1)).orElseThrow();

    assertThat(found.version()).isEqualTo(1);
    assertThat(read.stream().mapToInt(it -> it.getInteger("docsExamined")).sum())
        .isLessThanOrEqualTo(TRANSFERS + 1);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(lines.find(new Entry(LedgerLab.account(1), Unit.MINUTES, 1_502), TRANSFERS + 1))
        .isEmpty();
    assertThat(lines.find(new Entry(LedgerLab.account(1), Unit.POINTS, 2), TRANSFERS + 1))
        .isEmpty();
    assertThat(lines.find(new Entry(LedgerLab.account(9), Unit.MINUTES, 1), 0)).isEmpty();
  }

  private <T> T profiled(List<Document> read, java.util.function.Supplier<T> what) {
    lab.database.getCollection("system.profile").drop();
    lab.database.runCommand(new Document("profile", 2));
    try {
      return what.get();
    } finally {
      lab.database.runCommand(new Document("profile", 0));
      lab.database
          .getCollection("system.profile")
          .find(Filters.eq("command.find", "journal"))
          .into(read);
    }
  }
}
