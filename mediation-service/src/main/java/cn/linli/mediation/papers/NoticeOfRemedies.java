package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.util.List;

/**
 * 终止调解及其他救济途径告知书: a mediation that fails ends with being told where else to go (人民调解法 §26).
 *
 * @param remedies each pathway with the body to go to
 */
public record NoticeOfRemedies(
    Head head, List<Person> persons, String reason, List<String> remedies, List<Signed> signatures)
    implements CasePaper {

  public NoticeOfRemedies {
    persons = Person.bounded(persons);
    remedies = List.copyOf(remedies);
    signatures = List.copyOf(signatures);
  }

  @Override
  public Form form() {
    return Form.NOTICE_OF_REMEDIES;
  }

  @Override
  public Paper paper() {
    return Sheet.of(Form.NOTICE_OF_REMEDIES, head)
        .paragraph(Person.names(persons) + "：")
        .paragraph("你们之间的纠纷，本调解委员会调解未能达成协议（或者未能全部达成协议），现终止调解。终止原因：" + reason)
        .paragraph("纠纷仍可以通过下列途径解决；各途径对期限有自己的规定，请尽早办理。")
        .paragraph(Words.numbered(remedies))
        .paragraph("各方在调解过程中为达成协议所作的让步，不作为此后对其不利的依据。")
        .signed(signatures)
        .sealed("加盖调解委员会印章")
        .paper();
  }
}
