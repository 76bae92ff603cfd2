package cn.linli.mediation.archive;

import cn.linli.platform.vault.DocumentKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A signed file of documents: {@code manifest.json}, its Ed25519 signature, the public key, and the
 * documents. Nothing in it depends on the clock or on a compressor, so the same documents make the
 * same bytes. {@code acceptance/verify_archive.py} checks one and uses nothing of ours.
 */
final class Bundle {

  /** One document more than this is listed and left out. */
  static final int BYTES_MAX = 64 * 1024 * 1024;

  static final String SIGNATURE_PATH = "manifest.sig";
  static final String KEY_PATH = "public-key.pem";
  static final String README_PATH = "README.txt";

  private static final String README =
      """
      manifest.json  每份文件的 SHA-256 值 / digests of all documents
      manifest.sig   对 manifest.json 的 Ed25519 签名（Base64）/ its signature
      public-key.pem 签名公钥，请与公布的公钥核对 / compare with the published key

      openssl base64 -d -A -in manifest.sig -out manifest.bin
      openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.bin
      """;

  private Bundle() {}

  /** The manifest's digest: by it sender and receiver know that they speak of the same bundle. */
  static String digest(Manifest manifest) {
    return Enclosure.sha256(manifest.bytes());
  }

  static byte[] zip(Manifest manifest, List<Enclosure> documents, DocumentKey key) {
    byte[] list = manifest.bytes();
    var all = new ArrayList<Enclosure>();
    all.add(new Enclosure(Manifest.PATH, "", "application/json", list));
    all.add(ascii(SIGNATURE_PATH, key.sign(list) + "\n"));
    all.add(ascii(KEY_PATH, key.publicPem()));
    all.add(ascii(README_PATH, README));
    all.addAll(documents);
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Enclosure each : all) {
        zip.putNextEntry(stored(each));
        zip.write(each.content());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Enclosure ascii(String path, String text) {
    return new Enclosure(path, "", "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  /** PDF and pictures are compressed already; the oldest day that a zip can tell. */
  private static ZipEntry stored(Enclosure each) {
    var sum = new CRC32();
    sum.update(each.content());
    var entry = new ZipEntry(each.path());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(each.content().length);
    entry.setCompressedSize(each.content().length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
    return entry;
  }
}
