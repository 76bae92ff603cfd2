package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.time.Instant;
import java.util.List;

/**
 * 履行凭证 of one obligation.
 *
 * @param performedAt when it was done
 * @param late after its due date
 * @param confirmedBy how it is known: the obligee's own word, or a mediator's record of evidence
 */
public record PerformanceReceipt(
    Head head,
    int number,
    String agreement,
    Duty duty,
    Instant performedAt,
    boolean late,
    String confirmedBy,
    List<Signed> signatures)
    implements CasePaper {

  public PerformanceReceipt {
    signatures = List.copyOf(signatures);
  }

  @Override
  public Form form() {
    return Form.PERFORMANCE_RECEIPT;
  }

  @Override
  public Paper paper() {
    Long fen = duty.amountFen();
    return Sheet.of(Form.PERFORMANCE_RECEIPT, head)
        .row("协议编号", agreement)
        .row("履 行 人", duty.obligor(), "接 收 人", duty.obligee())
        .text("履行内容", duty.content(), 4)
        .row("金　　额", fen == null ? "不涉及金额" : Amounts.told(fen))
        .row("履行方式", duty.manner(), "履行地点", duty.place())
        .row("约定期限", Words.day(duty.due()), "实际履行", Words.day(performedAt))
        .row("是否按期", Words.choice(List.of("按期", "逾期"), late ? "逾期" : "按期"))
        .row("确认方式", confirmedBy)
        .paragraph("接收人确认已经收到上列履行内容，该项义务履行完毕。")
        .signed(signatures)
        .paper();
  }
}
