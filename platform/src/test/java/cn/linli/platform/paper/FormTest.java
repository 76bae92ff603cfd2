package cn.linli.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.platform.paper.Grid.Cell;
import cn.linli.platform.paper.Grid.Row;
import cn.linli.platform.paper.Paper.Block;
import cn.linli.platform.paper.Paper.Block.Centred;
import cn.linli.platform.paper.Paper.Block.SealPlace;
import cn.linli.platform.paper.Paper.Block.SigningLine;
import cn.linli.platform.paper.Paper.Block.Space;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class FormTest {

  private static final Instant DATE = Instant.parse("2026-01-19T02:00:00Z");

  private static byte[] form(Block... blocks) {
    return Printer.pdf(new Paper("人民调解记录", "（2026）毓调字第1号", DATE, List.of(blocks)));
  }

  /** Page by page, without white space. */
  private static List<String> pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var texts = new ArrayList<String>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        texts.add(stripper.getText(document).replaceAll("\\s", ""));
      }
      return texts;
    }
  }

  @Test
  void a_form_tells_its_fields_its_signing_lines_and_the_place_of_its_seal() throws IOException {
    byte[] pdf =
        form(
            new Centred("毓璜顶街道人民调解委员会", 16),
            new Space(1),
            Grid.of(
                Row.of(
                    Cell.label("时间", 4),
                    Cell.value("2026年1月19日", 8),
                    Cell.label("地点", 4),
                    Cell.value("社区调解室", 8)),
                Row.tall(6, Cell.label("调解经过", 4), Cell.text("双方到场。\n各自陈述。", 20))),
            new SigningLine("当事人（签名、盖章或按指印）", "张三"),
            new SealPlace("毓璜顶街道人民调解委员会", "2026年1月19日", "调解委员会印章"));
    assertThat(pages(pdf)).singleElement().asString().contains("时间2026年1月19日地点社区调解室");
    assertThat(pages(pdf).getFirst())
        .contains("双方到场。", "各自陈述。", "当事人（签名、盖章或按指印）：", "张三", "调解委员会印章", "·1/1");
    assertThat(form(new SealPlace("甲", "乙", "章"))).isEqualTo(form(new SealPlace("甲", "乙", "章")));
  }

  @Test
  void a_seal_never_stands_on_a_page_without_a_signature() throws IOException {
    for (int signers = 10; signers <= 30; signers++) {
      var blocks = new ArrayList<Paper.Block>();
      for (int i = 1; i <= signers; i++) {
        blocks.add(new SigningLine("当事人" + i, ""));
      }
      blocks.add(new SealPlace("毓璜顶街道人民调解委员会", "2026年1月19日", "调解委员会印章"));
      assertThat(pages(form(blocks.toArray(Paper.Block[]::new))).getLast())
          .contains("当事人" + signers, "调解委员会印章");
    }
  }

  @Test
  void a_long_text_is_cut_between_lines_under_its_label_on_each_page() throws IOException {
    String course = "双方各自陈述事实与理由，调解员逐项核对。".repeat(120);
    List<String> pages =
        pages(
            form(
                Grid.of(
                    Row.of(Cell.label("纠纷类型", 4), Cell.value("房屋租赁", 20)),
                    Row.of(Cell.label("调解经过", 4), Cell.text(course, 20)))));
    assertThat(pages).hasSizeBetween(2, 4).allMatch(it -> it.contains("调解经过"));
    assertThat(String.join("", pages).replaceAll("（2026）毓调字第1号·\\d+/\\d+|人民调解记录|纠纷类型房屋租赁|调解经过", ""))
        .isEqualTo(course);
  }

  @Test
  void a_row_that_does_not_fit_any_more_begins_the_next_page() throws IOException {
    Row[] rows = new Row[40];
    Arrays.setAll(rows, i -> Row.tall(3, Cell.label("第" + i + "项", 4), Cell.value("同意", 20)));
    List<String> pages = pages(form(Grid.of(rows)));
    assertThat(pages).hasSizeBetween(3, 6);
    for (int i = 0; i < rows.length; i++) {
      String label = "第" + i + "项同意";
      assertThat(pages.stream().filter(it -> it.contains(label)).count()).isEqualTo(1);
    }
  }

  @Test
  void a_row_fills_its_columns_exactly() {
    assertThatThrownBy(() -> Row.of(Cell.label("时间", 4), Cell.value("", 19)))
        .hasMessageContaining("23 columns");
  }
}
