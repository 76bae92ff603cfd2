package cn.linli.platform.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Noto Sans SC (SIL Open Font License 1.1), cut down to the unified ideographs, Latin and
 * punctuation; a document carries only the glyphs it uses. A character the typeface lacks is
 * printed as 〓, as printers do, so that nobody reads on without noticing.
 */
final class Typeface implements AutoCloseable {

  static final char MISSING = '〓';

  private static final String RESOURCE = "NotoSansSC-Regular.ttf";
  private static final byte[] BYTES = read();

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final PDType0Font embedded;

  private Typeface(TrueTypeFont font, CmapLookup glyphs, PDType0Font embedded) {
    this.font = font;
    this.glyphs = glyphs;
    this.embedded = embedded;
  }

  static Typeface in(PDDocument document) throws IOException {
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(BYTES));
    return new Typeface(font, font.getUnicodeCmapLookup(), PDType0Font.load(document, font, true));
  }

  PDType0Font font() {
    return embedded;
  }

  /** Only characters that it can print; tabs and other white space become spaces. */
  String printable(String text) {
    var printable = new StringBuilder(text.length());
    text.codePoints()
        .map(each -> Character.isWhitespace(each) || Character.isSpaceChar(each) ? ' ' : each)
        .filter(each -> !Character.isISOControl(each))
        .map(each -> glyphs.getGlyphId(each) == 0 ? MISSING : each)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /** In points. */
  float width(String printable, float size) {
    try {
      return embedded.getStringWidth(printable) / 1_000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    font.close();
  }

  private static byte[] read() {
    try (InputStream in = Typeface.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
