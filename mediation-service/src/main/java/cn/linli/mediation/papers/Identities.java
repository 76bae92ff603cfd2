package cn.linli.mediation.papers;

import cn.linli.platform.paper.Grid;
import cn.linli.platform.paper.Grid.Cell;
import cn.linli.platform.paper.Paper;
import java.time.Instant;
import java.util.List;

/**
 * 当事人身份证明: what was looked at, never a copy. A number is masked before it gets here: it has neither
 * the date of birth nor enough of the rest to be used. Source: domain rules §5.3, §7.2.
 */
public record Identities(Head head, List<Seen> seen) implements CasePaper {

  /**
   * @param document what was shown: 居民身份证, 营业执照 …
   * @param maskedNumber such as 370***********123X
   * @param seenBy the mediator who looked at it
   */
  public record Seen(
      Person person, String document, String maskedNumber, String seenBy, Instant at) {}

  public Identities {
    seen = List.copyOf(seen);
    if (seen.size() > 2 * Person.PERSONS_MAX) {
      throw new IllegalArgumentException("more than two documents of each person");
    }
  }

  @Override
  public Form form() {
    return Form.IDENTITY;
  }

  @Override
  public Paper paper() {
    Sheet sheet =
        Sheet.of(Form.IDENTITY, head)
            .row(
                Cell.label("当事人", 5),
                Cell.label("证明文件", 4),
                Cell.label("号码（已脱敏）", 7),
                Cell.label("核验人", 3),
                Cell.label("核验日期", Grid.COLUMNS - 19));
    for (Seen each : seen) {
      sheet.row(
          Cell.value(each.person().role() + "\n" + each.person().name(), 5),
          Cell.value(each.document(), 4),
          Cell.value(each.maskedNumber(), 7),
          Cell.value(each.seenBy(), 3),
          Cell.value(Words.day(each.at()), Grid.COLUMNS - 19));
    }
    return sheet.paragraph("本表只登记核验情况，不留存证件复印件；证件号码只保留核对所需的部分。").paper();
  }
}
