package cn.linli.timebank.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerFault;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.ledger.Chain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In whatever order lines come, what follows follows and what does not is named. */
class PassbookFoldTest {

  private static final int LINES = 60;
  private static final String ACCOUNT = "0".repeat(26);

  @Property(tries = 100)
  void anyOrderLeadsToTheSameHead(@ForAll Random random) {
    List<Line> lines = lines();
    String head = lines.getLast().hash();
    Collections.shuffle(lines, random);
    var fold = new PassbookFold();

    assertThat(fault(fold, lines)).isNull();
    assertThat(fold.seq()).isEqualTo(LINES);
    assertThat(fold.head()).isEqualTo(head);
  }

  @Property(tries = 100)
  void aMissingLineIsMissedInAnyOrder(
      @ForAll Random random, @ForAll @IntRange(max = LINES - 2) int missing) {
    List<Line> lines = lines();
    lines.remove(missing);
    Collections.shuffle(lines, random);

    FaultFound fault = fault(new PassbookFold(), lines);

    assertThat(fault).isNotNull();
    assertThat(fault.code()).isEqualTo(LedgerFault.NOT_DENSE);
    assertThat(fault.seq()).isEqualTo(missing + 2);
  }

  @Property(tries = 50)
  void aLineThatStandsTwiceIsNamed(@ForAll Random random, @ForAll @IntRange(max = 59) int twice) {
    List<Line> lines = lines();
    lines.add(lines.get(twice));
    Collections.shuffle(lines, random);

    assertThat(fault(new PassbookFold(), lines).code()).isEqualTo(LedgerFault.NOT_DENSE);
  }

  @Test
  void whatIsSpentMustBeThere() {
    var fold = new PassbookFold();

    FaultFound fault = fault(fold, List.of(line(1, 0, -5, Chain.START)));

    assertThat(fault.code()).isEqualTo(LedgerFault.OVERDRAWN);
  }

  private static @Nullable FaultFound fault(PassbookFold fold, List<Line> lines) {
    for (Line line : lines) {
      FaultFound fault = fold.take(line, _ -> null);
      if (fault != null) {
        return fault;
      }
    }
    return fold.end();
  }

  private static List<Line> lines() {
    var lines = new ArrayList<Line>();
    long balance = 0;
    String head = Chain.START;
    for (int seq = 1; seq <= LINES; seq++) {
      Line line = line(seq, balance, seq % 3 == 0 ? -1 : 7, head);
      balance = line.balance();
      head = line.hash();
      lines.add(line);
    }
    return lines;
  }

  private static Line line(long seq, long before, long amount, String head) {
    var open =
        new Line(
            ACCOUNT,
            seq,
            "c" + seq,
            Unit.MINUTES,
            seq,
            amount,
            before + amount,
            "issue:370602003006",
            Instant.ofEpochSecond(seq),
            null,
            Reason.GRANT,
            null,
            "");
    return new Line(
        open.account(),
        open.version(),
        open.command(),
        open.unit(),
        open.seq(),
        open.amount(),
        open.balance(),
        open.counter(),
        open.at(),
        open.ref(),
        open.reason(),
        open.service(),
        open.hashAfter(head));
  }
}
