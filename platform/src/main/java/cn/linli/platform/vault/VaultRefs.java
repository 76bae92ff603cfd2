package cn.linli.platform.vault;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;

/** How documents of the vault are named: all of a case lie in one range of {@code _id}. */
final class VaultRefs {

  /** 65 bits: enough to keep apart what one case holds. */
  private static final int SUFFIX_CHARS = 13;

  private VaultRefs() {}

  static String content(KeyedHash hash, String caseKey, String commandId, int index) {
    var suffix = hash.of("vault-ref", caseKey, commandId, Integer.toString(index));
    return caseKey + "." + suffix.substring(0, SUFFIX_CHARS);
  }

  /** Leads from an attachment to the case that named it. */
  static String link(String attachmentId) {
    return "attachment:" + attachmentId;
  }

  /** The case that a reference lies in. */
  static String caseKey(String ref) {
    return ref.substring(0, ref.lastIndexOf('.'));
  }

  static Bson ofCase(String caseKey) {
    return Filters.and(Filters.gt("_id", caseKey + "."), Filters.lt("_id", caseKey + "/"));
  }
}
