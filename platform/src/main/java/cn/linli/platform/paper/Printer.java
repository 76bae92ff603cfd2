package cn.linli.platform.paper;

import cn.linli.platform.paper.Paper.Block;
import cn.linli.platform.paper.Paper.Block.Written;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Makes a PDF of a {@link Paper}: A4, embedded font, selectable text, the same bytes each time. */
public final class Printer {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final float TITLE_POINTS = 20;
  private static final float HEADING_POINTS = 14;
  private static final float TEXT_POINTS = 12;
  private static final float INDENT = 2 * TEXT_POINTS;

  /** Height of a line of text with what stands between it and the next. */
  private static final float LINE = TEXT_POINTS * 1.7f;

  private Printer() {}

  public static byte[] pdf(Paper paper) {
    try (var document = new PDDocument();
        Typeface typeface = Typeface.in(document)) {
      document.setDocumentId(identity(paper));
      describe(document, paper);
      try (var pages = new Pages(document, typeface)) {
        pages.turn();
        if (paper.blocks().stream().noneMatch(Block.Banner.class::isInstance)) {
          pages.title(typeface.printable(paper.title()), TITLE_POINTS);
        }
        var tables = new Tables(pages, typeface::printable);
        for (int i = 0; i < paper.blocks().size(); i++) {
          Block block = paper.blocks().get(i);
          keepSealWithWords(paper.blocks(), i, pages, typeface);
          switch (block) {
            case Grid grid -> tables.set(grid);
            case Written written -> print(written, pages, typeface);
          }
        }
        pages.foot(typeface.printable(paper.number()));
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A seal on a page without a word or a signature would seal anything. */
  private static void keepSealWithWords(List<Block> blocks, int at, Pages pages, Typeface typeface)
      throws IOException {
    if (at + 1 == blocks.size() || !(blocks.get(at + 1) instanceof Block.SealPlace)) {
      return;
    }
    float height =
        switch (blocks.get(at)) {
          case Block.SigningLine _ -> Signing.HEIGHT;
          case Block.Paragraph(var text) ->
              lines(text, typeface)
                      .mapToInt(line -> pages.textLines(line, TEXT_POINTS, INDENT))
                      .sum()
                  * LINE;
          default -> 0;
        };
    float together = height + Signing.SEAL_HEIGHT;
    if (height > 0 && pages.room() < together && together <= Pages.roomMax()) {
      pages.turn();
    }
  }

  private static Stream<String> lines(String paragraph, Typeface typeface) {
    return paragraph.strip().lines().map(line -> typeface.printable(line).strip());
  }

  private static void print(Written block, Pages pages, Typeface typeface) throws IOException {
    switch (block) {
      case Block.Heading(var text) -> pages.heading(typeface.printable(text), HEADING_POINTS);
      case Block.Paragraph(var text) -> {
        for (String line : lines(text, typeface).toList()) {
          pages.text(line, TEXT_POINTS, INDENT);
        }
      }
      case Block.Field(var label, var text) ->
          pages.text(typeface.printable(label + "：" + text), TEXT_POINTS, 0);
      case Block.Signature(var text) -> pages.right(typeface.printable(text), TEXT_POINTS);
      case Block.Centred(var text, var points) -> pages.centred(typeface.printable(text), points);
      case Block.Banner(var text, var points) -> pages.title(typeface.printable(text), points);
      case Block.Space(var lines) -> pages.space(lines * LINE);
      case Block.SigningLine(var label, var text) ->
          Signing.line(pages, typeface.printable(label + "："), typeface.printable(text));
      case Block.SealPlace(var body, var day, var inside) ->
          Signing.seal(
              pages,
              List.of(typeface.printable(body), typeface.printable(day)),
              typeface.printable(inside));
    }
  }

  private static void describe(PDDocument document, Paper paper) {
    document.getDocumentCatalog().setLanguage("zh-CN");
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
