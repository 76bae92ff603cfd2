package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.util.List;

/**
 * 纠纷移交函: goes with a bundle of papers to the body that takes claims over.
 *
 * @param pathway in Chinese
 * @param body to whom
 * @param claims those handed over
 */
public record HandOverLetter(
    Head head,
    int number,
    String pathway,
    String body,
    List<Person> persons,
    String kind,
    List<String> claims,
    List<String> enclosed)
    implements CasePaper {

  public HandOverLetter {
    persons = Person.bounded(persons);
    claims = List.copyOf(claims);
    enclosed = List.copyOf(enclosed);
    if (claims.size() > Application.CLAIMS_MAX) {
      throw new IllegalArgumentException("more than " + Application.CLAIMS_MAX + " claims");
    }
  }

  @Override
  public Form form() {
    return Form.HAND_OVER_LETTER;
  }

  @Override
  public Paper paper() {
    return Sheet.of(Form.HAND_OVER_LETTER, head)
        .paragraph(body + "：")
        .paragraph("本调解委员会调解的下列纠纷，有关请求未能通过调解解决。经告知当事人其他救济途径，现将材料移交你处，请依法处理并反馈收件情况。")
        .row("移交途径", pathway, "纠纷类型", kind)
        .row("当 事 人", Person.withRoles(persons))
        .text("移交的请求", Words.numbered(claims), 5)
        .text("随附材料", Words.numbered(enclosed), 4)
        .paragraph(
            "随附材料的清单（manifest.json）载明每份文件的 SHA-256 值，可据以核对。当事人单独向调解员陈述的内容，以及为达成协议提出的方案和让步，不在移交之列。")
        .sealed("加盖调解委员会印章")
        .paper(head.caseNumber() + "－移" + number);
  }
}
