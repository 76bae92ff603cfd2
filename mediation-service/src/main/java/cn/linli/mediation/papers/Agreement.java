package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 人民调解协议书. Source: 人民调解法 §28–§29.
 *
 * @param number of the case's agreements, from 1
 * @param responsibilities one of each party whose part is told
 * @param partial some claims stay open
 * @param openClaims what is not settled by it; empty: nothing
 * @param sealedAt when the committee's seal was set; null: not yet
 */
public record Agreement(
    Head head,
    int number,
    List<Person> persons,
    String facts,
    String issues,
    List<String> responsibilities,
    List<Duty> items,
    boolean partial,
    String openClaims,
    List<Signed> signatures,
    @Nullable Instant sealedAt)
    implements CasePaper {

  static final int ITEMS_MAX = 200;

  public Agreement {
    persons = Person.bounded(persons);
    responsibilities = List.copyOf(responsibilities);
    items = List.copyOf(items);
    signatures = List.copyOf(signatures);
    if (items.size() > ITEMS_MAX || responsibilities.size() > ITEMS_MAX) {
      throw new IllegalArgumentException("more than " + ITEMS_MAX + " items");
    }
  }

  @Override
  public Form form() {
    return Form.AGREEMENT;
  }

  @Override
  public Paper paper() {
    var terms = new ArrayList<String>();
    items.forEach(item -> terms.add(item.sentence()));
    Sheet sheet =
        Sheet.of(Form.AGREEMENT, head)
            .row("协议编号", head.caseNumber() + "－" + number)
            .persons(persons)
            .heading("一、主要事实")
            .paragraph(facts)
            .heading("二、争议事项")
            .paragraph(issues)
            .heading("三、各方责任")
            .paragraph(
                responsibilities.isEmpty() ? "各方未就责任另行载明。" : Words.numbered(responsibilities))
            .heading("四、经调解，各方自愿达成如下协议")
            .paragraph(Words.numbered(terms));
    if (partial) {
      sheet.paragraph("本协议只解决部分请求。未解决的请求：" + openClaims + "各方仍可继续调解或者依法通过其他途径解决。");
    }
    return sheet
        .heading("五、效力和份数")
        .paragraph(
            "本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖调解委员会印章之日起生效，对各方具有法律约束力。"
                + "各方可以自生效之日起三十日内，共同向人民法院申请司法确认。")
        .paragraph("本协议一式" + (persons.size() + 1) + "份，当事人各执一份，调解委员会留存一份。")
        .signed(signatures)
        .sealed(sealedAt == null ? "待加盖调解委员会印章" : Words.day(sealedAt) + "已加盖印章")
        .paper(head.caseNumber() + "－" + number);
  }
}
