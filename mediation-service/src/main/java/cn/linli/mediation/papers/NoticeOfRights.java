package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.util.List;

/**
 * 权利义务告知书. What the parties may and must do: 人民调解法 §3, §4, §15, §17, §19, §20, §23–§26, §31–§33, in
 * the project's own words.
 */
public record NoticeOfRights(Head head, List<Person> toldTo, List<Signed> signatures)
    implements CasePaper {

  private static final String RIGHTS =
      """
      一、可以选择人民调解员，也可以接受或者不接受调解委员会指定的人民调解员。
      二、可以接受调解、拒绝调解，也可以在任何时候要求结束调解；拒绝调解不影响依法寻求其他解决途径。
      三、可以要求调解公开进行，也可以要求不公开进行。
      四、可以自主表达意愿，自愿达成协议；是否达成协议、协议写什么，由当事人自己决定。
      五、可以要求与纠纷有利害关系或者可能影响公正的人民调解员回避。
      六、在调解中所作的让步，只为达成协议而作，不作为日后对其不利的依据；不愿意让对方知道的话，可以单独告诉人民调解员。
      """;

  private static final String DUTIES =
      """
      一、如实陈述纠纷的事实，不隐瞒，不编造。
      二、遵守调解现场的秩序，尊重人民调解员，尊重对方当事人。
      三、自己行使权利时，不妨碍对方行使权利。
      四、达成协议后，按照约定的内容、方式和时间履行。
      """;

  private static final String EFFECT =
      """
      人民调解不收取任何费用。书面协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖调解委员会印章之日起生效；口头协议自各方达成协议之日起生效。协议对各方具有法律约束力。各方可以自协议生效之日起三十日内共同申请人民法院司法确认；对协议的履行或者内容发生争议的，可以向人民法院提起诉讼。
      调解不成的，人民调解员会告知仲裁、行政、司法等其他途径。人民调解员对当事人的个人隐私和商业秘密负有保密义务。
      """;

  public NoticeOfRights {
    toldTo = Person.bounded(toldTo);
    signatures = List.copyOf(signatures);
  }

  @Override
  public Form form() {
    return Form.NOTICE_OF_RIGHTS;
  }

  @Override
  public Paper paper() {
    return Sheet.of(Form.NOTICE_OF_RIGHTS, head)
        .paragraph(Person.names(toldTo) + "：")
        .paragraph("你们之间的纠纷由本调解委员会调解。根据《中华人民共和国人民调解法》，现将有关权利和义务告知如下。")
        .heading("当事人的权利")
        .paragraph(RIGHTS)
        .heading("当事人的义务")
        .paragraph(DUTIES)
        .heading("调解的费用、效力和保密")
        .paragraph(EFFECT)
        .paragraph("告知时间：" + Words.day(head.date()))
        .signed(signatures)
        .paper();
  }
}
