package cn.linli.petition.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Comma-separated values, RFC 4180, UTF-8 with or without a byte order mark. */
final class CsvRows implements Rows {

  /** Longest record, in characters: a description, a reply and room to spare. */
  private static final int RECORD_CHARACTERS_MAX = 1 << 20;

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final Header header;
  private long number;
  private boolean broken;

  CsvRows(InputStream file) {
    reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(RECORD_CHARACTERS_MAX)
            .ofCsvRecord(file, StandardCharsets.UTF_8);
    records = reader.iterator();
    try {
      if (!records.hasNext()) {
        throw new BadFile("empty-file", null);
      }
      header = Header.of(records.next().getFields());
    } catch (CsvParseException e) {
      throw new BadFile("malformed-file", null);
    }
  }

  @Override
  public boolean hasNext() {
    return !broken && hasRecord();
  }

  private boolean hasRecord() {
    try {
      return records.hasNext();
    } catch (CsvParseException e) {
      return true; // told by next()
    }
  }

  /** A quote that never ends takes the rest of the file with it: that is one bad row, the last. */
  @Override
  public RawRow next() {
    number++;
    try {
      return header.row(number, records.next().getFields());
    } catch (CsvParseException e) {
      broken = true;
      return RawRow.broken(number, "malformed-row", null);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
