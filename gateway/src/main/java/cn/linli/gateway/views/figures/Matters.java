package cn.linli.gateway.views.figures;

import cn.linli.events.petition.KinEvent;
import cn.linli.events.petition.KinEvent.Merged;
import cn.linli.events.petition.KinEvent.Unmerged;
import java.util.List;

/**
 * Contacts and matters are counted apart: every contact was received, and several of them may be
 * one matter. Source: domain rules §4.5.
 */
final class Matters {

  private static final Count MERGED = Count.tallied(KinEvent.MERGED, Merged.class, Unmerged.class);

  static final Figure MERGED_FIGURE =
      Figure.count(
          "petitions.merged",
          "并案",
          "Requests merged",
          "期内提交而已并入同一事项其他诉求的件数；取消并案的从提交日减去，并注明修订",
          "requests submitted in the period that were merged into another one on the same matter;"
              + " what is taken out again is taken back from the day it was submitted",
          List.of(MERGED),
          new Figure.CaseFilter("merged", false),
          sums -> sums.in(MERGED));

  static final Figure FIGURE =
      Figure.count(
          "petitions.matters",
          "事项",
          "Matters",
          "收到诉求 − 并案：同一事项只计一次",
          "requests received − requests merged: several contacts on one matter count once",
          List.of(Received.COUNT, MERGED),
          null,
          sums -> sums.in(Received.COUNT) - sums.in(MERGED));

  private Matters() {}
}
