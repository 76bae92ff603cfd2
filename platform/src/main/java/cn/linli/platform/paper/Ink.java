package cn.linli.platform.paper;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Writes and draws on one page. Lengths are in points, from the page's lower left corner. */
final class Ink implements AutoCloseable {

  private static final float RULE = 0.6f;

  /** How far a circle's control points stand from its corners, in radii. */
  private static final float ROUND = 0.5523f;

  private static final float FAINT = 0.62f;

  /** Width of the outline that makes characters heavier, in heights of a character. */
  private static final float HEAVIER = 0.022f;

  private final PDPageContentStream page;
  private final Typeface typeface;

  Ink(PDPageContentStream page, Typeface typeface) {
    this.page = page;
    this.typeface = typeface;
  }

  void write(String text, float size, float x, float y) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    page.beginText();
    page.setFont(typeface.font(), size);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }

  /** Heavier than the rest: the typeface has one weight. */
  void writeHeavy(String text, float size, float x, float y) throws IOException {
    page.saveGraphicsState();
    page.setRenderingMode(RenderingMode.FILL_STROKE);
    page.setLineWidth(size * HEAVIER);
    write(text, size, x, y);
    page.restoreGraphicsState();
  }

  void writeFaint(String text, float size, float x, float y) throws IOException {
    page.saveGraphicsState();
    page.setNonStrokingColor(FAINT);
    write(text, size, x, y);
    page.restoreGraphicsState();
  }

  void line(float fromX, float fromY, float toX, float toY) throws IOException {
    page.setLineWidth(RULE);
    page.moveTo(fromX, fromY);
    page.lineTo(toX, toY);
    page.stroke();
  }

  void box(float x, float y, float width, float height) throws IOException {
    page.setLineWidth(RULE);
    page.addRect(x, y, width, height);
    page.stroke();
  }

  void ring(float x, float y, float radius) throws IOException {
    float c = radius * ROUND;
    page.saveGraphicsState();
    page.setStrokingColor(FAINT);
    page.setLineWidth(RULE);
    page.setLineDashPattern(new float[] {4, 3}, 0);
    page.moveTo(x + radius, y);
    page.curveTo(x + radius, y + c, x + c, y + radius, x, y + radius);
    page.curveTo(x - c, y + radius, x - radius, y + c, x - radius, y);
    page.curveTo(x - radius, y - c, x - c, y - radius, x, y - radius);
    page.curveTo(x + c, y - radius, x + radius, y - c, x + radius, y);
    page.stroke();
    page.restoreGraphicsState();
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
