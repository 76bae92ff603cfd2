package cn.linli.platform.paper;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Fills A4 pages from top to bottom. Lengths are in points, 1/72 inch. */
final class Pages implements AutoCloseable {

  /** Source: GB/T 9704-2012 (layout of official documents), rounded: 37, 35, 28 and 26 mm. */
  private static final float TOP = 105;

  private static final float BOTTOM = 99;
  private static final float LEFT = 79;
  private static final float RIGHT = 74;
  private static final float FOOT = 60;
  private static final float FOOT_POINTS = 9;

  /** Height of a line, in heights of its characters. */
  private static final float LEADING = 1.7f;

  private static final int PAGES_MAX = 200;

  private final PDDocument document;
  private final Typeface typeface;
  private @Nullable Ink ink;
  private float y;

  Pages(PDDocument document, Typeface typeface) {
    this.document = document;
    this.typeface = typeface;
  }

  static float left() {
    return LEFT;
  }

  static float width() {
    return PDRectangle.A4.getWidth() - LEFT - RIGHT;
  }

  void title(String text, float size) throws IOException {
    for (String line : lines(text, width(), width(), size)) {
      Strip strip = take(size * LEADING);
      float x = LEFT + (width() - typeface.width(line, size)) / 2;
      strip.ink().writeHeavy(line, size, x, strip.bottom());
    }
    y -= size;
  }

  void centred(String text, float size) throws IOException {
    for (String line : lines(text, width(), width(), size)) {
      line(line, size, LEFT + (width() - typeface.width(line, size)) / 2);
    }
  }

  /** Never the last line of a page. */
  void heading(String text, float size) throws IOException {
    y -= size / 2;
    if (room() < 3 * size * LEADING) {
      turn();
    }
    text(text, size, 0);
  }

  void text(String text, float size, float indent) throws IOException {
    float from = indent;
    for (String line : lines(text, width() - indent, width(), size)) {
      line(line, size, LEFT + from);
      from = 0;
    }
  }

  /** How many lines it takes. */
  int textLines(String text, float size, float indent) {
    return lines(text, width() - indent, width(), size).size();
  }

  void right(String text, float size) throws IOException {
    for (String line : lines(text, width(), width(), size)) {
      line(line, size, LEFT + width() - typeface.width(line, size));
    }
  }

  void space(float height) {
    y -= height;
  }

  List<String> lines(String text, float first, float others, float size) {
    return Lines.of(text, first, others, it -> typeface.width(it, size));
  }

  float width(String text, float size) {
    return typeface.width(text, size);
  }

  /** What is left of this page. */
  float room() {
    return ink == null ? 0 : y - BOTTOM;
  }

  /** What a page has. */
  static float roomMax() {
    return PDRectangle.A4.getHeight() - TOP - BOTTOM;
  }

  /** Takes a strip of the page, or of the next one where it does not fit any more. */
  Strip take(float height) throws IOException {
    if (room() < height) {
      turn();
    }
    Ink onto = ink;
    if (onto == null) {
      throw new IllegalStateException("no page to write on");
    }
    float top = y;
    y -= height;
    return new Strip(onto, top, y);
  }

  /** A part of one page over its whole width. */
  record Strip(Ink ink, float top, float bottom) {}

  private void line(String text, float size, float x) throws IOException {
    Strip strip = take(size * LEADING);
    strip.ink().write(text, size, x, strip.bottom());
  }

  void turn() throws IOException {
    close();
    if (document.getNumberOfPages() >= PAGES_MAX) {
      throw new IOException("more than " + PAGES_MAX + " pages");
    }
    var next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    ink = new Ink(new PDPageContentStream(document, next), typeface);
    y = PDRectangle.A4.getHeight() - TOP;
  }

  /** Below each page, when their number is known. */
  void foot(String text) throws IOException {
    close();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      String line = text + "  ·  " + (i + 1) + " / " + pages;
      float x = LEFT + (width() - typeface.width(line, FOOT_POINTS)) / 2;
      var onto =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
      try (var foot = new Ink(onto, typeface)) {
        foot.write(line, FOOT_POINTS, x, FOOT);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (ink != null) {
      ink.close();
      ink = null;
    }
  }
}
