package cn.linli.timebank.statements;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.timebank.statements.Statement.Line;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement as a table; whoever has all lines can compute every hash anew. */
final class StatementCsv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final List<String> COLUMNS =
      List.of(
          "entry", "at", "unit", "amount", "balance", "held", "counter", "reason", "ref", "service",
          "expires", "hash");

  private StatementCsv() {}

  static byte[] of(Statement statement) {
    var text = new StringWriter();
    text.write(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(COLUMNS);
      Stream.of(statement.minutes(), statement.points())
          .flatMap(it -> it.lines().stream())
          .forEach(it -> csv.writeRecord(row(it)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> row(Line line) {
    Posted it = line.posted();
    return Stream.of(
            it.entry(),
            line.at(),
            it.unit().wire(),
            it.amount(),
            it.balance(),
            it.held(),
            it.counter(),
            it.reason().wire(),
            it.ref(),
            it.service(),
            it.expires(),
            it.hash())
        .map(StatementCsv::cell)
        .toList();
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
