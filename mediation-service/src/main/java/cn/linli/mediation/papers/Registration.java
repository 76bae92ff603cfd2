package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.time.Instant;
import java.util.List;

/**
 * 人民调解受理登记表.
 *
 * @param kind type of the dispute, in Chinese
 * @param source one of {@link #SOURCES}
 * @param registrar who wrote it down
 */
public record Registration(
    Head head,
    Instant registeredAt,
    List<Person> persons,
    String kind,
    String source,
    String facts,
    String registrar,
    String note,
    List<Signed> signatures)
    implements CasePaper {

  /** The form has the first two; practice adds the others. Source: domain rules §5.3. */
  public static final List<String> SOURCES =
      List.of("当事人申请", "主动调解", "法院委派委托", "公安机关移送", "诉求转办", "政府移交");

  public Registration {
    persons = Person.bounded(persons);
    signatures = List.copyOf(signatures);
  }

  @Override
  public Form form() {
    return Form.REGISTRATION;
  }

  @Override
  public Paper paper() {
    return Sheet.of(Form.REGISTRATION, head)
        .row("登记时间", Words.minute(registeredAt), "纠纷类型", kind)
        .row("案件来源", Words.choice(SOURCES, source))
        .persons(persons)
        .text("纠纷\n简要情况", facts, 6)
        .row("登 记 人", registrar, "受理日期", Words.day(head.date()))
        .row("备　　注", note)
        .signed(signatures)
        .sealed("加盖调解委员会印章")
        .paper();
  }
}
