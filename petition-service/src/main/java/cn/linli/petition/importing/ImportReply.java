package cn.linli.petition.importing;

import java.util.List;

/** What became of the rows of a short file. */
record ImportReply(long accepted, long duplicates, long quarantined, List<Row> rejected) {

  /** A rejected row, told in the caller's language. */
  record Row(long row, String code, String message) {}
}
