package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 司法确认材料: what was asked of which court, and what it answered.
 *
 * @param until the last day of the thirty
 * @param courtCase the court's own number (调确字); empty: none told
 * @param confirmed null: not decided yet
 */
public record Confirmation(
    Head head,
    int number,
    String agreement,
    Instant effectiveAt,
    @Nullable Instant until,
    String court,
    List<Person> applicants,
    @Nullable Instant appliedAt,
    String courtCase,
    @Nullable Boolean confirmed,
    @Nullable Instant decidedAt)
    implements CasePaper {

  public Confirmation {
    applicants = Person.bounded(applicants);
  }

  @Override
  public Form form() {
    return Form.CONFIRMATION;
  }

  @Override
  public Paper paper() {
    String result = confirmed == null ? "审查中" : confirmed ? "确认协议有效" : "不予确认";
    return Sheet.of(Form.CONFIRMATION, head)
        .row("协议编号", agreement, "生效日期", Words.day(effectiveAt))
        .row("共同申请人", Person.names(applicants))
        .row("受理法院", court, "申请期限至", Words.day(until))
        .row("申请日期", Words.day(appliedAt), "法院案号", courtCase)
        .row("审查结果", result, "裁定日期", Words.day(decidedAt))
        .paragraph("协议经司法确认后，一方拒绝履行或者未全部履行的，对方可以向人民法院申请强制执行。不予确认的，各方可以变更协议、重新达成协议，或者向人民法院提起诉讼。")
        .paper();
  }
}
