package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.time.Instant;
import java.util.List;

/**
 * 回访记录.
 *
 * @param performance how far the agreement is done
 * @param satisfied in words; empty: not asked
 * @param later a dispute or suit that came after; empty: none
 * @param risk a danger that somebody saw, {@code measures}: what was done; empty: nobody told, for
 *     handwriting
 */
public record ReturnVisit(
    Head head,
    int number,
    String visited,
    String agreement,
    String reason,
    String performance,
    String satisfied,
    String later,
    String risk,
    String measures,
    String visitor,
    Instant at,
    List<Signed> signatures)
    implements CasePaper {

  public ReturnVisit {
    signatures = List.copyOf(signatures);
  }

  @Override
  public Form form() {
    return Form.RETURN_VISIT;
  }

  @Override
  public Paper paper() {
    return Sheet.of(Form.RETURN_VISIT, head)
        .row("被回访人", visited, "协议编号", agreement)
        .row("回访事由", reason)
        .text("履行情况", performance, 5)
        .row("是否满意", satisfied)
        .text("有无新的\n纠纷诉讼", later.isEmpty() ? "无" : later, 3)
        .text("有无\n激化苗头", risk, 3)
        .text("采取的\n措　　施", measures, 3)
        .row("回 访 人", visitor, "回访日期", Words.day(at))
        .signed(signatures)
        .paper();
  }
}
