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
  public sealed interface Block {

    /** Stands alone on its line and keeps with what follows. */
    record Heading(String text) implements Block {}

    /** Line breaks in the text are kept; each line is indented by two characters. */
    record Paragraph(String text) implements Block {}

    /** {@code label:text} without indent. */
    record Field(String label, String text) implements Block {}

    /** At the right margin, as a signature or a date. */
    record Signature(String text) implements Block {}
  }
}
