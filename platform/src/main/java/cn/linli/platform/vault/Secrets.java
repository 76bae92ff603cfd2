package cn.linli.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master secrets of one service, parsed once. Two Tink keysets: one wraps data keys and may be
 * rotated (older keys go on unwrapping); the other is the root of every derived secret, and its
 * primary key must stay, because marks, claims and tracking codes made with it must stay equal.
 */
public final class Secrets {

  static {
    try {
      AeadConfig.register();
      PrfConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Aead wrapping;
  private final PrfSet root;

  private Secrets(KeysetHandle wrapping, KeysetHandle root) throws GeneralSecurityException {
    this.wrapping = wrapping.getPrimitive(RegistryConfiguration.get(), Aead.class);
    this.root = root.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
  }

  /** For production: the file must be there. Property {@code linli.vault.keyset}. */
  public static Secrets load(Path file) {
    try {
      return KeysetFile.read(file);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no usable keyset file at " + file, e);
    }
  }

  /**
   * For the standalone runner and tests: makes the file, readable by its owner only, if it is
   * missing. Of two processes that start at once both end up with the same one.
   */
  public static Secrets loadOrCreate(Path file) {
    try {
      KeysetFile.createIfMissing(
          file,
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
          KeysetHandle.generateNew(PredefinedPrfParameters.HKDF_SHA256));
      return KeysetFile.read(file);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no usable keyset file at " + file, e);
    }
  }

  static Secrets of(KeysetHandle wrapping, KeysetHandle root) throws GeneralSecurityException {
    return new Secrets(wrapping, root);
  }

  /** The service's keyed hash. */
  public KeyedHash keyedHash() {
    return new KeyedHash(derive("keyed-hash", "HmacSHA256", 32));
  }

  /** Tracking codes, under a secret of their own. */
  public TrackingCode trackingCode() {
    return new TrackingCode(derive("tracking-code", "AES", 16));
  }

  /** For documents that leave the platform. */
  public DocumentKey documentKey() {
    return new DocumentKey(derive("document-key", "Ed25519", DocumentKey.SEED_BYTES).getEncoded());
  }

  /** Sketches for {@code q}. */
  public Sketch sketch() {
    return new Sketch(new KeyedBigrams(derive("sketch", "AES", 16)));
  }

  /** Sketches for duplicates. */
  public Similarity similarity() {
    return new Similarity(new KeyedBigrams(derive("similarity", "AES", 16)));
  }

  /** Wraps a key that no case has taken yet; {@code name} says what it opens and is bound in. */
  public byte[] wrap(byte[] key, String name) {
    try {
      return wrapping.encrypt(key, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot wrap the key of " + name, e);
    }
  }

  public byte[] unwrap(byte[] wrapped, String name) {
    try {
      return wrapping.decrypt(wrapped, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of " + name + " does not open", e);
    }
  }

  /** Wraps and unwraps data keys. */
  Aead wrapping() {
    return wrapping;
  }

  SecretKeySpec derive(String purpose, String algorithm, int byteCount) {
    try {
      return new SecretKeySpec(
          root.computePrimary(purpose.getBytes(StandardCharsets.UTF_8), byteCount), algorithm);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot derive the secret for " + purpose, e);
    }
  }
}
