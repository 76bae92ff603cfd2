package cn.linli.standalone.simulator;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The demo community's catalogue: more than fifty services for minutes, and goods for points
 * (domain rules R5-13, R3-14). What is in {@code rewards.csv} is the project's own list.
 */
public final class Rewards {

  private static final String FILE = "rewards.csv";

  private Rewards() {}

  /**
   * Bodies of {@code POST /api/v1/bank/rewards}, in the file's order.
   *
   * @param community whose catalogue it is to be
   */
  public static List<Map<String, Object>> of(String community) {
    try (Reader file =
            new InputStreamReader(
                Objects.requireNonNull(Rewards.class.getResourceAsStream(FILE)),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().map(row -> body(row, community)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> body(NamedCsvRecord row, String community) {
    var body = new LinkedHashMap<String, Object>();
    body.put("division", community);
    row.getFieldsAsMap()
        .forEach((name, value) -> {
          if (!value.isEmpty()) {
            body.put(
                name, value.chars().allMatch(Character::isDigit) ? Integer.valueOf(value) : value);
          }
        });
    return body;
  }
}
