package cn.linli.petition.importing;

import cn.linli.platform.job.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of the rows so far. Each row is in exactly one of the four counts. */
final class Tally {

  private long accepted;
  private long duplicates;
  private long quarantined;
  private long rejected;
  private final List<RejectedRow> rejectedRows = new ArrayList<>();

  static Tally from(Map<String, Long> counts) {
    var tally = new Tally();
    tally.accepted = counts.getOrDefault("accepted", 0L);
    tally.duplicates = counts.getOrDefault("duplicates", 0L);
    tally.quarantined = counts.getOrDefault("quarantined", 0L);
    tally.rejected = counts.getOrDefault("rejected", 0L);
    return tally;
  }

  void taken(boolean inQuarantine) {
    if (inQuarantine) {
      quarantined++;
    } else {
      accepted++;
    }
  }

  void duplicate() {
    duplicates++;
  }

  void rejected(RowProblem problem) {
    rejected++;
    rejectedRows.add(new RejectedRow(problem.row(), problem.code(), problem.field()));
  }

  Map<String, Long> counts() {
    return Map.of(
        "accepted", accepted,
        "duplicates", duplicates,
        "quarantined", quarantined,
        "rejected", rejected);
  }

  /** The rejected rows since it was last asked: a job writes them away, so they need no memory. */
  List<RejectedRow> drainRejected() {
    var rows = List.copyOf(rejectedRows);
    rejectedRows.clear();
    return rows;
  }
}
