package cn.linli.platform.paper;

import java.time.Instant;
import java.util.List;

/**
 * A document as it is to be printed, without its layout.
 *
 * @param number told at the foot of each page; the file's identity is made from it
 * @param date of the document, not of the printing: the same document always has the same bytes
 */
public record Paper(String title, String number, Instant date, List<Block> blocks) {

  /** Longer ones are cut into documents, not into pages. */
  static final int BLOCKS_MAX = 1_000;

  public Paper {
    blocks = List.copyOf(blocks);
    if (blocks.size() > BLOCKS_MAX) {
      throw new IllegalArgumentException("more than " + BLOCKS_MAX + " blocks");
    }
  }

  /** A part of the text, from top to bottom. */
  public sealed interface Block permits Grid, Block.Written {

    /** What is no table. */
    sealed interface Written extends Block {}

    /** Stands alone on its line and keeps with what follows. */
    record Heading(String text) implements Written {}

    /** Line breaks in the text are kept; each line is indented by two characters. */
    record Paragraph(String text) implements Written {}

    /** {@code label:text} without indent. */
    record Field(String label, String text) implements Written {}

    /** At the right margin, as a signature or a date. */
    record Signature(String text) implements Written {}

    /**
     * In the middle of its line, of any size.
     *
     * @param points height of its characters, 1/72 inch
     */
    record Centred(String text, float points) implements Written {}

    /**
     * The document's title where it does not stand at the top, as on a cover.
     *
     * @param points height of its characters, 1/72 inch
     */
    record Banner(String text, float points) implements Written {}

    /** Room between two parts, in lines of text. */
    record Space(int lines) implements Written {}

    /**
     * A rule to sign on.
     *
     * @param text what stands on the rule already; empty: to be signed by hand
     */
    record SigningLine(String label, String text) implements Written {}

    /**
     * Where a body's seal belongs: over its name and the date at the right margin, as official
     * documents have it; a faint ring shows the place.
     *
     * @param inside a few words at the ring's foot
     */
    record SealPlace(String body, String day, String inside) implements Written {}
  }
}
