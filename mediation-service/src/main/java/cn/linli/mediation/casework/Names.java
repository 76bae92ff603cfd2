package cn.linli.mediation.casework;

import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of a page from the vault, however many there are on it. */
public final class Names {

  private static final int REFS_AT_ONCE = Vault.MAX_REFS;

  private Names() {}

  public static Map<String, Content> open(Vault vault, List<String> refs) {
    var contents = new HashMap<String, Content>();
    for (int from = 0; from < refs.size(); from += REFS_AT_ONCE) {
      contents.putAll(
          vault.openAll(refs.subList(from, Math.min(refs.size(), from + REFS_AT_ONCE))));
    }
    return contents;
  }
}
