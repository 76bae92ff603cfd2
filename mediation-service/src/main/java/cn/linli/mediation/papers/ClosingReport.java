package cn.linli.mediation.papers;

import cn.linli.platform.paper.Grid;
import cn.linli.platform.paper.Grid.Cell;
import cn.linli.platform.paper.Paper;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 结案报告表.
 *
 * @param claims each with what became of it
 * @param performed how far what was agreed is done
 */
public record ClosingReport(
    Head head,
    @Nullable Instant acceptedAt,
    Instant closedAt,
    List<Person> persons,
    String kind,
    String source,
    String mediators,
    String facts,
    String result,
    List<ClaimResult> claims,
    String performed,
    List<Signed> signatures)
    implements CasePaper {

  /**
   * @param what who asked what of whom
   * @param outcome what became of it
   */
  public record ClaimResult(String number, String what, String outcome) {}

  public ClosingReport {
    persons = Person.bounded(persons);
    claims = List.copyOf(claims);
    signatures = List.copyOf(signatures);
    if (claims.size() > Application.CLAIMS_MAX) {
      throw new IllegalArgumentException("more than " + Application.CLAIMS_MAX + " claims");
    }
  }

  @Override
  public Form form() {
    return Form.CLOSING_REPORT;
  }

  @Override
  public Paper paper() {
    Sheet sheet =
        Sheet.of(Form.CLOSING_REPORT, head)
            .row("受理日期", Words.day(acceptedAt), "结案日期", Words.day(closedAt))
            .row("纠纷类型", kind, "案件来源", source)
            .row("当 事 人", Person.withRoles(persons))
            .row("人民调解员", mediators)
            .text("纠纷\n简要情况", facts, 5)
            .text("调解结果", result, 4)
            .band("各项请求的处理结果");
    for (ClaimResult each : claims) {
      sheet.row(
          Cell.label(each.number(), 2),
          Cell.value(each.what(), 15),
          Cell.value(each.outcome(), Grid.COLUMNS - 17));
    }
    return sheet.text("履行情况", performed, 3).signed(signatures).sealed("加盖调解委员会印章").paper();
  }
}
