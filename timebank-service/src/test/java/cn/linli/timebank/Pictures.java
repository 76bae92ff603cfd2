package cn.linli.timebank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Looks at papers: what they say, and how they look. */
public final class Pictures {

  /** What the font lacks is printed as this. */
  public static final String LACKING = "〓";

  private Pictures() {}

  public static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("[\\s　]", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With {@code -Dlinli.papers.pictures=folder}: every page as a picture, to be looked at. */
  public static void keep(String name, byte[] pdf) {
    String folder = System.getProperty("linli.papers.pictures", "");
    if (folder.isEmpty()) {
      return;
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Path into = Files.createDirectories(Path.of(folder));
      var renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        ImageIO.write(
            renderer.renderImageWithDPI(page, 72),
            "png",
            into.resolve(name + "-page-" + (page + 1) + ".png").toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
