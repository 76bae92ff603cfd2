package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** Form of an agreement (人民调解法 §28). */
public enum AgreementForm implements WireName {
  WRITTEN,
  ORAL
}
