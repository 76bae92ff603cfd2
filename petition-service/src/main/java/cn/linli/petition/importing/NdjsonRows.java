package cn.linli.petition.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line. */
final class NdjsonRows implements Rows {

  private static final int LINE_CHARACTERS_MAX = 1 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final BufferedReader lines;
  private long number;
  private @Nullable String next;

  NdjsonRows(InputStream file) throws IOException {
    lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    next = line();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public RawRow next() {
    String line = next;
    if (line == null) {
      throw new NoSuchElementException();
    }
    number++;
    try {
      next = line();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.length() > LINE_CHARACTERS_MAX
        ? RawRow.broken(number, "row-too-long", null)
        : read(line);
  }

  private RawRow read(String line) {
    try {
      return row(MAPPER.readTree(line));
    } catch (JacksonException e) {
      return RawRow.broken(number, "malformed-row", null);
    }
  }

  private RawRow row(JsonNode json) {
    if (!json.isObject()) {
      return RawRow.broken(number, "malformed-row", null);
    }
    var cells = new EnumMap<Column, String>(Column.class);
    for (var field : json.properties()) {
      var column = Column.named(field.getKey());
      if (column.isEmpty()) {
        return RawRow.broken(number, "unknown-field", field.getKey());
      }
      JsonNode value = field.getValue();
      if (value.isContainer() || value.isBoolean()) {
        return RawRow.broken(number, "wrong-type", field.getKey());
      }
      if (!value.isNull() && !value.asString().isBlank()) {
        cells.put(column.get(), value.asString().strip());
      }
    }
    return RawRow.of(number, Map.copyOf(cells));
  }

  /**
   * Without blank lines; a line that is too long is cut behind the limit, the rest of it is read
   * over, so that memory stays bounded.
   */
  private @Nullable String line() throws IOException {
    var line = new StringBuilder();
    int read;
    while ((read = lines.read()) >= 0) {
      if (read != '\n') {
        if (line.length() <= LINE_CHARACTERS_MAX) {
          line.append((char) read);
        }
      } else if (!line.toString().isBlank()) {
        return line.toString();
      } else {
        line.setLength(0);
      }
    }
    return line.toString().isBlank() ? null : line.toString();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
