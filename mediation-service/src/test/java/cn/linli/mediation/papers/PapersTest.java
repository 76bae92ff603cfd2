package cn.linli.mediation.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PapersTest {

  private static final char LACKING = '〓';

  static List<CasePaper> papers() {
    return Samples.all(1);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("[\\s　]", "");
    }
  }

  @Test
  void every_form_has_a_sample() {
    var forms = new HashSet<Form>();
    papers().forEach(it -> forms.add(it.form()));
    assertThat(forms).containsExactlyInAnyOrder(Form.values());
  }

  @ParameterizedTest
  @MethodSource("papers")
  void a_paper_tells_its_title_its_number_and_all_its_characters(CasePaper paper)
      throws IOException {
    assertThat(text(paper.pdf()))
        .contains(paper.form().title(), Samples.NUMBER)
        .doesNotContain(String.valueOf(LACKING));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void the_same_paper_has_the_same_bytes(CasePaper paper) {
    assertThat(paper.pdf()).isEqualTo(paper.pdf());
  }

  @Test
  void a_long_record_runs_over_pages_and_loses_nothing() throws IOException {
    CasePaper record =
        Samples.all(12).stream()
            .filter(it -> it.form() == Form.MEDIATION_RECORD)
            .findAny()
            .orElseThrow();
    try (PDDocument document = Loader.loadPDF(record.pdf())) {
      assertThat(document.getNumberOfPages()).isBetween(3, 8);
    }
    assertThat(text(record.pdf()).split("双方对月份没有异议", -1)).hasSize(13);
  }

  /** {@code -Dlinli.papers.pictures=folder}: every page as a picture, to be looked at. */
  @Test
  @EnabledIfSystemProperty(named = "linli.papers.pictures", matches = ".+")
  void pictures() throws IOException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("linli.papers.pictures")));
    for (CasePaper paper : Samples.all(3)) {
      try (PDDocument document = Loader.loadPDF(paper.pdf())) {
        var renderer = new PDFRenderer(document);
        for (int page = 0; page < document.getNumberOfPages(); page++) {
          String name = paper.fileName().replace(".pdf", "") + "-page-" + (page + 1) + ".png";
          ImageIO.write(
              renderer.renderImageWithDPI(page, 72), "png", folder.resolve(name).toFile());
        }
      }
    }
  }
}
