package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.util.List;

/** 口头协议登记表: the mediator's record; the parties sign nothing. Source: 人民调解法 §28, §30. */
public record OralAgreement(
    Head head,
    int number,
    List<Person> persons,
    String facts,
    String issues,
    List<String> responsibilities,
    List<Duty> items,
    String mediators,
    List<Signed> signatures)
    implements CasePaper {

  public OralAgreement {
    persons = Person.bounded(persons);
    responsibilities = List.copyOf(responsibilities);
    items = List.copyOf(items);
    signatures = List.copyOf(signatures);
    if (items.size() > Agreement.ITEMS_MAX || responsibilities.size() > Agreement.ITEMS_MAX) {
      throw new IllegalArgumentException("more than " + Agreement.ITEMS_MAX + " items");
    }
  }

  @Override
  public Form form() {
    return Form.ORAL_AGREEMENT;
  }

  @Override
  public Paper paper() {
    return Sheet.of(Form.ORAL_AGREEMENT, head)
        .row("协议编号", head.caseNumber() + "－" + number)
        .persons(persons)
        .text("纠纷事实", facts, 5)
        .text("争议事项", issues, 3)
        .text("各方责任", Words.numbered(responsibilities), 3)
        .text("协议内容", Words.numbered(items.stream().map(Duty::sentence).toList()), 6)
        .row("人民调解员", mediators, "达成日期", Words.day(head.date()))
        .paragraph("各方同意不制作书面协议。口头协议自达成之日起生效，由人民调解员登记。")
        .signed(signatures)
        .sealed("加盖调解委员会印章")
        .paper(head.caseNumber() + "－" + number);
  }
}
