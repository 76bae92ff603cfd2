package cn.linli.petition.importing;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a message without a place column belongs, by the disguised names in its text: {@code A市},
 * {@code A7县}. The first name with a number in the title counts, then the first one without; only
 * if the title has none, the same in the description. The table beside this class gives each name
 * its division; {@code docs/import.md} publishes the rule.
 */
final class PlaceMap {

  private static final Pattern NUMBERED = Pattern.compile("(?<![A-Za-z0-9])([A-M][0-9]{1,2})[市区县]");
  private static final Pattern BARE = Pattern.compile("(?<![A-Za-z0-9])([A-M])市");

  private static final String ANYWHERE = "*";

  private final Map<String, String> divisions;

  private PlaceMap(Map<String, String> divisions) {
    this.divisions = Map.copyOf(divisions);
  }

  /** The one that is shipped: letters are districts of the demo city, numbers their streets. */
  static PlaceMap shipped() {
    var file = Objects.requireNonNull(PlaceMap.class.getResourceAsStream("place-map.csv"));
    var divisions = new HashMap<String, String>();
    try (var rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      rows.forEach(row -> divisions.put(row.getField("name"), row.getField("division")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PlaceMap(divisions);
  }

  /** The division for a text, or the one for texts without a name (its line is {@code *}). */
  Optional<String> find(String title, @Nullable String description) {
    return in(title)
        .or(() -> description == null ? Optional.empty() : in(description))
        .or(() -> Optional.ofNullable(divisions.get(ANYWHERE)));
  }

  /** The division of a place column that says {@code A7县} or {@code A7}. */
  Optional<String> named(String place) {
    return Optional.ofNullable(divisions.get(place.replaceFirst("[市区县]$", "")));
  }

  private Optional<String> in(String text) {
    return first(NUMBERED, text).or(() -> first(BARE, text));
  }

  private Optional<String> first(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> divisions.get(found.group(1)))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
