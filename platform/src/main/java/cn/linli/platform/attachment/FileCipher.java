package cn.linli.platform.attachment;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Streaming authenticated encryption of one file under a key of its own, bound to its id: segments
 * can't be moved, left out or taken from another file.
 */
final class FileCipher {

  private static final int KEY_BYTES = 32;
  private static final int SEGMENT_BYTES = 64 * 1024;

  private final StreamingAead cipher;
  private final byte[] id;

  FileCipher(byte[] key, String id) {
    try {
      this.cipher = new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not a file key", e);
    }
    this.id = id.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] freshKey() {
    return Random.randBytes(KEY_BYTES);
  }

  OutputStream encrypting(OutputStream to) throws IOException {
    try {
      return cipher.newEncryptingStream(to, id);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt a file", e);
    }
  }

  InputStream decrypting(InputStream from) throws IOException {
    try {
      return cipher.newDecryptingStream(from, id);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot decrypt a file", e);
    }
  }
}
