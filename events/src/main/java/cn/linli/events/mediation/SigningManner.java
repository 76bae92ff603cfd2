package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** How somebody puts a name under an agreement (人民调解法 §29). */
public enum SigningManner implements WireName {
  SIGNATURE,
  SEAL,
  FINGERPRINT
}
