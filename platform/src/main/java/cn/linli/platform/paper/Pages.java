package cn.linli.platform.paper;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
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
  private final String foot;
  private @Nullable PDPageContentStream page;
  private float y;

  Pages(PDDocument document, Typeface typeface, String foot) {
    this.document = document;
    this.typeface = typeface;
    this.foot = foot;
  }

  private static float width() {
    return PDRectangle.A4.getWidth() - LEFT - RIGHT;
  }

  void centred(String text, float size) throws IOException {
    for (String line : Lines.of(text, width(), width(), it -> typeface.width(it, size))) {
      line(line, size, LEFT + (width() - typeface.width(line, size)) / 2);
    }
    y -= size;
  }

  /** Never the last line of a page. */
  void heading(String text, float size) throws IOException {
    y -= size / 2;
    if (y - 3 * size * LEADING < BOTTOM) {
      turn();
    }
    text(text, size, 0);
  }

  void text(String text, float size, float indent) throws IOException {
    float from = indent;
    for (String line : Lines.of(text, width() - indent, width(), it -> typeface.width(it, size))) {
      line(line, size, LEFT + from);
      from = 0;
    }
  }

  void right(String text, float size) throws IOException {
    for (String line : Lines.of(text, width(), width(), it -> typeface.width(it, size))) {
      line(line, size, LEFT + width() - typeface.width(line, size));
    }
  }

  private void line(String text, float size, float x) throws IOException {
    float height = size * LEADING;
    if (page == null || y - height < BOTTOM) {
      turn();
    }
    y -= height;
    write(text, size, x, y);
  }

  private void turn() throws IOException {
    close();
    if (document.getNumberOfPages() >= PAGES_MAX) {
      throw new IOException("more than " + PAGES_MAX + " pages");
    }
    var next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    page = new PDPageContentStream(document, next);
    y = PDRectangle.A4.getHeight() - TOP;
    String number = foot + "  ·  " + document.getNumberOfPages();
    write(number, FOOT_POINTS, LEFT + (width() - typeface.width(number, FOOT_POINTS)) / 2, FOOT);
  }

  private void write(String text, float size, float x, float atY) throws IOException {
    PDPageContentStream onto = page;
    if (text.isEmpty() || onto == null) {
      return;
    }
    onto.beginText();
    onto.setFont(typeface.font(), size);
    onto.newLineAtOffset(x, atY);
    onto.showText(text);
    onto.endText();
  }

  @Override
  public void close() throws IOException {
    if (page != null) {
      page.close();
      page = null;
    }
  }
}
