package cn.linli.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.paper.Paper.Block.Field;
import cn.linli.platform.paper.Paper.Block.Heading;
import cn.linli.platform.paper.Paper.Block.Paragraph;
import cn.linli.platform.paper.Paper.Block.SealPlace;
import cn.linli.platform.paper.Paper.Block.Signature;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {

  private static final Instant DATE = Instant.parse("2026-01-05T02:00:00Z");
  private static final String TEXT = "经查，2021年12月9日至12月16日三号楼停暖一周属实，系主管道破裂所致；月、日、金、长、见等字应能选取。";

  private static Paper paper(String text, int times) {
    return new Paper(
        "信访处理意见书",
        "0abc-1",
        DATE,
        List.of(
            new Field("信访人", "张**"),
            new Heading("一、投诉请求"),
            new Paragraph(text.repeat(times)),
            new Signature("烟台市芝罘区毓璜顶街道")));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  @Test
  void its_text_can_be_selected_as_it_was_written() throws IOException {
    assertThat(text(Printer.pdf(paper(TEXT, 1))))
        .contains(TEXT, "信访人：张**", "烟台市芝罘区毓璜顶街道", "0abc-1");
  }

  @Test
  void the_font_lies_in_the_file_and_only_what_is_used_of_it() throws IOException {
    byte[] pdf = Printer.pdf(paper(TEXT, 1));
    assertThat(pdf.length).isLessThan(100_000);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).endsWith("NotoSansSC-Regular").contains("+");
      }
    }
  }

  @Test
  void the_same_paper_has_the_same_bytes_and_another_has_others() {
    byte[] first = Printer.pdf(paper(TEXT, 3));
    assertThat(Printer.pdf(paper(TEXT, 3))).isEqualTo(first);
    assertThat(Printer.pdf(paper(TEXT, 4))).isNotEqualTo(first);
  }

  @Test
  void what_does_not_fit_goes_to_the_next_page() throws IOException {
    byte[] pdf = Printer.pdf(paper(TEXT, 60));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isBetween(3, 10);
    }
    assertThat(text(pdf)).contains("0abc-1·1", "0abc-1·3");
  }

  @ParameterizedTest(name = "a table of {0} lines above")
  @ValueSource(ints = {0, 5, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
  void a_seal_stands_on_a_page_with_words(int above) throws IOException {
    var blocks = new ArrayList<Paper.Block>();
    for (int i = 0; i < above; i++) {
      blocks.add(new Field("行", "某"));
    }
    blocks.add(new Paragraph(TEXT.repeat(2)));
    blocks.add(new SealPlace("烟台市芝罘区毓璜顶街道", "2026年1月5日", "盖章"));
    byte[] pdf = Printer.pdf(new Paper("证明", "0abc-1", DATE, blocks));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var last = new PDFTextStripper();
      last.setStartPage(document.getNumberOfPages());
      assertThat(last.getText(document).replaceAll("\\s", "")).contains("2026年1月5日", "等字应能选取");
    }
  }

  @Test
  void a_character_the_font_lacks_is_seen_to_be_lacking() throws IOException {
    assertThat(text(Printer.pdf(paper("姓名\uD842\uDFB7某\t\u0007某", 1)))).contains("姓名〓某某");
  }
}
