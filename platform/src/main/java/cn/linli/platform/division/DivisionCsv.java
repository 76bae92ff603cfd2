package cn.linli.platform.division;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads divisions from CSV: {@code code,name} and, where given, {@code aliases} (joined by {@code
 * |}), {@code validFrom}, {@code validTo}, {@code supersededBy}; other columns are skipped.
 */
public final class DivisionCsv {

  private static final int NAME_CHARACTERS_MAX = 60;

  private DivisionCsv() {}

  /** What was read, and each line that could not be, by its number in the file. */
  public record Read(List<Division> divisions, List<BadLine> bad) {}

  public record BadLine(long line, String problem) {}

  public static Read read(Reader csv) {
    var divisions = new ArrayList<Division>();
    var bad = new ArrayList<BadLine>();
    for (var row : CsvReader.builder().ofNamedCsvRecord(csv)) {
      try {
        divisions.add(division(row));
      } catch (IllegalArgumentException | DateTimeParseException e) {
        bad.add(new BadLine(row.getStartingLineNumber(), String.valueOf(e.getMessage())));
      }
    }
    return new Read(List.copyOf(divisions), List.copyOf(bad));
  }

  private static Division division(NamedCsvRecord row) {
    String name = field(row, "name");
    if (name == null || name.length() > NAME_CHARACTERS_MAX) {
      throw new IllegalArgumentException("name is missing or too long");
    }
    String code = field(row, "code");
    String aliases = field(row, "aliases");
    String supersededBy = field(row, "supersededBy");
    return new Division(
        DivisionCode.of(code == null ? "" : code),
        name,
        aliases == null ? List.of() : Arrays.asList(aliases.split("\\|")),
        date(field(row, "validFrom")),
        date(field(row, "validTo")),
        supersededBy == null ? null : DivisionCode.of(supersededBy));
  }

  private static @Nullable String field(NamedCsvRecord row, String column) {
    return row.findField(column).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
