package cn.linli.petition.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook. A workbook is a zip, which has to be whole in memory (packed); its
 * rows are unpacked one at a time.
 */
final class XlsxRows implements Rows {

  private static final int PACKED_BYTES_MAX = 32 << 20;

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final Header header;
  private long number;

  XlsxRows(InputStream file) throws IOException {
    byte[] packed = file.readNBytes(PACKED_BYTES_MAX + 1);
    if (packed.length > PACKED_BYTES_MAX) {
      throw new BadFile("workbook-too-large", null);
    }
    try {
      workbook = new ReadableWorkbook(new java.io.ByteArrayInputStream(packed));
      stream = workbook.getFirstSheet().openStream();
      rows = stream.iterator();
      if (!rows.hasNext()) {
        throw new BadFile("empty-file", null);
      }
      header = Header.of(names(rows.next()));
    } catch (ExcelReaderException | IOException e) {
      throw new BadFile("malformed-file", null);
    }
  }

  private static List<String> names(Row row) {
    var names = new ArrayList<String>();
    for (int i = 0; i < row.getCellCount(); i++) {
      names.add(row.getCellText(i));
    }
    return names;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public RawRow next() {
    Row row = rows.next();
    number++;
    var fields = new ArrayList<@Nullable String>();
    for (int i = 0; i < Math.min(row.getCellCount(), header.size()); i++) {
      fields.add(text(row.getOptionalCell(i).orElse(null), header.column(i)));
    }
    return header.row(number, fields);
  }

  /** A date in a workbook is a number with a format; the columns of time say which ones are. */
  private static @Nullable String text(@Nullable Cell cell, Column column) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return null;
    }
    boolean isTime = column == Column.SUBMITTED_AT || column == Column.REPLIED_AT;
    if (cell.getType() == CellType.NUMBER) {
      return isTime
          ? cell.asDate().toString()
          : cell.asNumber().stripTrailingZeros().toPlainString();
    }
    return cell.getText();
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
