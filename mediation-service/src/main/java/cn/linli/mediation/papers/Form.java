package cn.linli.mediation.papers;

import cn.linli.events.WireName;
import java.util.Optional;

/**
 * The papers of one file, in the order of the official list. Source: domain rules §5.3 (form set of
 * the Ministry of Justice, December 2010); the last three are the project's: facts that nobody
 * disputes, what a party is told when a mediation fails, the letter that goes with a hand-over.
 */
public enum Form implements WireName {
  COVER("人民调解卷宗", Copies.ONE),
  APPLICATION("人民调解申请书", Copies.ONE),
  REGISTRATION("人民调解受理登记表", Copies.ONE),
  NOTICE_OF_RIGHTS("人民调解权利义务告知书", Copies.ONE),
  IDENTITY("当事人身份证明登记表", Copies.ONE),
  POWER_OF_ATTORNEY("授权委托书", Copies.BY_NUMBER),
  INVESTIGATION("人民调解调查记录", Copies.BY_NUMBER),
  EVIDENCE("证据材料清单", Copies.ONE),
  MEDIATION_RECORD("人民调解记录", Copies.BY_NUMBER),
  AGREEMENT("人民调解协议书", Copies.BY_NUMBER),
  ORAL_AGREEMENT("人民调解口头协议登记表", Copies.BY_NUMBER),
  PERFORMANCE_RECEIPT("人民调解协议履行凭证", Copies.BY_NUMBER),
  RETURN_VISIT("人民调解回访记录", Copies.BY_NUMBER),
  CONFIRMATION("人民调解协议司法确认情况登记表", Copies.BY_NUMBER),
  CLOSING_REPORT("人民调解结案报告表", Copies.ONE),
  UNDISPUTED_FACTS("无争议事实记载", Copies.ONE),
  NOTICE_OF_REMEDIES("终止调解及其他救济途径告知书", Copies.ONE),
  HAND_OVER_LETTER("纠纷移交函", Copies.BY_NUMBER);

  /** Whether a case has one such paper or may have several, numbered from 1. */
  public enum Copies {
    ONE,
    BY_NUMBER
  }

  private final String title;
  private final Copies copies;

  Form(String title, Copies copies) {
    this.title = title;
    this.copies = copies;
  }

  public static Optional<Form> of(String wire) {
    for (Form form : values()) {
      if (form.wire().equals(wire)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  public String title() {
    return title;
  }

  public Copies copies() {
    return copies;
  }
}
