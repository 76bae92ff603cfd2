package cn.linli.platform.vault;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs documents that leave the platform, with Ed25519: whoever has the public key can tell that a
 * service of this platform put them together and nobody changed them since. The key follows from
 * the service's secrets, so every instance has the same one, and the same bytes have the same
 * signature (RFC 8032).
 */
public final class DocumentKey {

  static final int SEED_BYTES = 32;

  /** SubjectPublicKeyInfo of an Ed25519 key, up to the key itself. Source: RFC 8410 §4. */
  private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int ID_BYTES = 8;

  private final Ed25519Sign signer;
  private final byte[] publicKey;

  DocumentKey(byte[] seed) {
    try {
      var pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
      signer = new Ed25519Sign(pair.getPrivateKey());
      publicKey = pair.getPublicKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key to sign documents with", e);
    }
  }

  /** The signature in Base64. */
  public String sign(byte[] document) {
    try {
      return Base64.getEncoder().encodeToString(signer.sign(document));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  /** Tells keys apart: the first bytes of the public key's SHA-256, in hex. */
  public String id() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As {@code openssl} and others read it. */
  public String publicPem() {
    var der = new ByteArrayOutputStream();
    der.writeBytes(SPKI_HEAD);
    der.writeBytes(publicKey);
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(der.toByteArray());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }
}
