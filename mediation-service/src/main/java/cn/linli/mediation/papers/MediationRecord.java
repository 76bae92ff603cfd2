package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.time.Instant;
import java.util.List;

/**
 * 人民调解记录 of one session: what was said in it before all. What a party told the mediators alone, and
 * what was offered on the way, is no part of it.
 *
 * @param open whether others may listen
 * @param present parties that attended
 * @param absent parties that did not; empty: none
 * @param others helpers, interpreters, officials
 */
public record MediationRecord(
    Head head,
    int number,
    Instant at,
    String place,
    boolean open,
    List<Person> present,
    List<Person> absent,
    String mediators,
    String recorder,
    String others,
    String course,
    String result,
    List<Signed> signatures)
    implements CasePaper {

  public MediationRecord {
    present = Person.bounded(present);
    absent = Person.bounded(absent);
    signatures = List.copyOf(signatures);
  }

  @Override
  public Form form() {
    return Form.MEDIATION_RECORD;
  }

  @Override
  public Paper paper() {
    return Sheet.of(Form.MEDIATION_RECORD, head)
        .row("时　　间", Words.minute(at), "次　　数", "第 " + number + " 次调解")
        .row("地　　点", place, "方　　式", Words.choice(List.of("公开", "不公开"), open ? "公开" : "不公开"))
        .row("到场当事人", Person.withRoles(present))
        .row("缺席当事人", absent.isEmpty() ? "无" : Person.withRoles(absent))
        .row("人民调解员", mediators, "记 录 人", recorder)
        .row("其他参加人", others.isEmpty() ? "无" : others)
        .text("调解过程", course, 14)
        .text("调解结果", result, 4)
        .signed(signatures)
        .paper();
  }
}
