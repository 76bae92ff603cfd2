package cn.linli.platform.paper;

import cn.linli.platform.paper.Paper.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Makes a PDF of a {@link Paper}: A4, embedded font, selectable text, the same bytes each time. */
public final class Printer {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final float TITLE_POINTS = 20;
  private static final float HEADING_POINTS = 14;
  private static final float TEXT_POINTS = 12;

  private Printer() {}

  public static byte[] pdf(Paper paper) {
    try (var document = new PDDocument();
        Typeface typeface = Typeface.in(document)) {
      document.setDocumentId(identity(paper));
      describe(document, paper);
      try (var pages = new Pages(document, typeface, typeface.printable(paper.number()))) {
        pages.centred(typeface.printable(paper.title()), TITLE_POINTS);
        for (Block block : paper.blocks()) {
          print(block, pages, typeface);
        }
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(Block block, Pages pages, Typeface typeface) throws IOException {
    switch (block) {
      case Block.Heading(var text) -> pages.heading(typeface.printable(text), HEADING_POINTS);
      case Block.Paragraph(var text) -> {
        for (String line : text.strip().split("\\R")) {
          pages.text(typeface.printable(line).strip(), TEXT_POINTS, 2 * TEXT_POINTS);
        }
      }
      case Block.Field(var label, var text) ->
          pages.text(typeface.printable(label + "：" + text), TEXT_POINTS, 0);
      case Block.Signature(var text) -> pages.right(typeface.printable(text), TEXT_POINTS);
    }
  }

  private static void describe(PDDocument document, Paper paper) {
    var information = new PDDocumentInformation();
    information.setTitle(paper.title() + " " + paper.number());
    information.setProducer("Linli");
    var date = GregorianCalendar.from(paper.date().atZone(ZONE));
    information.setCreationDate(date);
    information.setModificationDate(date);
    document.setDocumentInformation(information);
  }

  /** What the file's identifier is made from, in place of the clock. */
  private static long identity(Paper paper) {
    var sum = new CRC32();
    sum.update(paper.number().getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
