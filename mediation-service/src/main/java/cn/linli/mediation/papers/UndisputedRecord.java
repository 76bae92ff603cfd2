package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.util.List;

/**
 * 无争议事实记载: what no side disputes, put down and signed; unlike a concession it may be used later.
 * Source: 山东省多元化解纠纷促进条例 §24, 深圳经济特区矛盾纠纷多元化解条例 §73.
 */
public record UndisputedRecord(
    Head head, List<Person> persons, String facts, List<Signed> signatures) implements CasePaper {

  public UndisputedRecord {
    persons = Person.bounded(persons);
    signatures = List.copyOf(signatures);
  }

  @Override
  public Form form() {
    return Form.UNDISPUTED_FACTS;
  }

  @Override
  public Paper paper() {
    return Sheet.of(Form.UNDISPUTED_FACTS, head)
        .row("当 事 人", Person.withRoles(persons))
        .text("无争议的事实", facts, 12)
        .paragraph("以上事实经各方确认没有争议。在此后的其他程序中，除涉及公共利益或者他人合法权益外，各方对这些事实无需再举证。")
        .signed(signatures)
        .paper();
  }
}
