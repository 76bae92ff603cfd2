package cn.linli.timebank.proof;

import cn.linli.platform.vault.DocumentKey;
import java.util.List;

/** Public keys of what the service signs. */
record SigningKeys(List<Key> keys) {

  record Key(String id, String algorithm, String pem) {
    static Key of(DocumentKey key) {
      return new Key(key.id(), "Ed25519", key.publicPem());
    }
  }
}
