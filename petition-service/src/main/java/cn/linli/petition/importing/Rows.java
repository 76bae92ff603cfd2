package cn.linli.petition.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Iterator;

/** The rows of a file, one at a time: no more than one of them is in memory. */
interface Rows extends Iterator<RawRow>, Closeable {

  /** Tells the format by its first byte: a zip (XLSX), a brace (NDJSON), else CSV. */
  static Rows open(InputStream file) throws IOException {
    var peeking = new PushbackInputStream(file);
    int first = peeking.read();
    if (first < 0) {
      throw new BadFile("empty-file", null);
    }
    peeking.unread(first);
    return switch (first) {
      case 'P' -> looksLikeZip(peeking);
      case '{' -> new NdjsonRows(peeking);
      default -> new CsvRows(peeking);
    };
  }

  private static Rows looksLikeZip(InputStream file) throws IOException {
    var two = new PushbackInputStream(file, 2);
    byte[] start = two.readNBytes(2);
    two.unread(start);
    boolean zip = start.length == 2 && start[0] == 'P' && start[1] == 'K';
    return zip ? new XlsxRows(two) : new CsvRows(two);
  }

  @Override
  void close() throws IOException;
}
