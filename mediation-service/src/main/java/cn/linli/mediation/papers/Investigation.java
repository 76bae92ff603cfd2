package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.time.Instant;
import java.util.List;

/**
 * 人民调解调查记录.
 *
 * @param present who else was there
 * @param asked who was asked
 */
public record Investigation(
    Head head,
    int number,
    Instant at,
    String place,
    String present,
    String asked,
    String investigator,
    String recorder,
    String text,
    List<Signed> signatures)
    implements CasePaper {

  public Investigation {
    signatures = List.copyOf(signatures);
  }

  @Override
  public Form form() {
    return Form.INVESTIGATION;
  }

  @Override
  public Paper paper() {
    return Sheet.of(Form.INVESTIGATION, head)
        .row("时　　间", Words.minute(at), "地　　点", place)
        .row("被调查人", asked, "在 场 人", present)
        .row("调 查 人", investigator, "记 录 人", recorder)
        .text("调查内容", text, 18)
        .paragraph("以上记录经被调查人核对，与所述一致。")
        .signed(signatures)
        .paper();
  }
}
