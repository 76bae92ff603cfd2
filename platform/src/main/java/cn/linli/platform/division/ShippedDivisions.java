package cn.linli.platform.division;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The places that lie beside this class. */
final class ShippedDivisions {

  static final DivisionTree TREE =
      DivisionTree.of(List.of()).with(read("divisions.csv.gz")).with(read("divisions-more.csv"));

  private ShippedDivisions() {}

  private static List<Division> read(String file) {
    try (var stream = open(file)) {
      var read = DivisionCsv.read(new InputStreamReader(stream, StandardCharsets.UTF_8));
      if (!read.bad().isEmpty()) {
        throw new IllegalStateException(file + ": " + read.bad());
      }
      return read.divisions();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) throws IOException {
    var stream = Objects.requireNonNull(ShippedDivisions.class.getResourceAsStream(file), file);
    return file.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
  }
}
