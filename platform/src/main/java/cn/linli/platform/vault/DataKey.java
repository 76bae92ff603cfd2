package cn.linli.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bson.types.Binary;

/**
 * The key of one person (or of nobody in particular) in one case, usable.
 *
 * @param holder reference of the document that carries it, wrapped
 */
record DataKey(String holder, Aead cipher) {

  private static final int KEY_BYTES = 32;

  /** One for all threads: the library's is made anew for each, and each command has its own. */
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A fresh key and how it is stored. */
  record Fresh(DataKey key, Binary wrapped) {}

  static Fresh fresh(Aead wrapping, String holder) {
    var raw = new byte[KEY_BYTES];
    RANDOM.nextBytes(raw);
    try {
      var wrapped = new Binary(wrapping.encrypt(raw, bytes(holder)));
      return new Fresh(new DataKey(holder, new AesGcmJce(raw)), wrapped);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a data key", e);
    }
  }

  /** Bound to its holder: a wrapped key moved to another document does not unwrap. */
  static DataKey unwrap(Aead wrapping, String holder, Binary wrapped) {
    try {
      var raw = wrapping.decrypt(wrapped.getData(), bytes(holder));
      return new DataKey(holder, new AesGcmJce(raw));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key at " + holder + " does not open", e);
    }
  }

  /** {@code ref} names case and place: a ciphertext moved elsewhere does not open. */
  Binary seal(byte[] plain, String ref) {
    try {
      return new Binary(cipher.encrypt(plain, bytes(ref)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal " + ref, e);
    }
  }

  byte[] open(Binary sealed, String ref) {
    try {
      return cipher.decrypt(sealed.getData(), bytes(ref));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the content at " + ref + " does not open", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
