package cn.linli.platform.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may be attached. The content decides; a declared type that differs is refused. */
enum FileType {
  JPEG("image/jpeg", "jpg", new JpegCleaner(), 0xff, 0xd8, 0xff),
  PNG("image/png", "png", new PngCleaner(), 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
  PDF("application/pdf", "pdf", Cleaner.UNCHANGED, '%', 'P', 'D', 'F', '-'),
  TEXT("text/plain", "txt", new TextCleaner());

  static final int HEAD_BYTES = 8;

  private final String mediaType;
  private final String extension;
  private final Cleaner cleaner;
  private final byte[] signature;

  FileType(String mediaType, String extension, Cleaner cleaner, int... signature) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.cleaner = cleaner;
    this.signature = new byte[signature.length];
    for (int i = 0; i < signature.length; i++) {
      this.signature[i] = (byte) signature[i];
    }
  }

  /** {@code text/plain; charset=utf-8} is {@code text/plain}. */
  static Optional<FileType> declared(String mediaType) {
    var bare = mediaType.split(";", 2)[0].strip();
    return Arrays.stream(values()).filter(each -> each.mediaType.equalsIgnoreCase(bare)).findAny();
  }

  /** Text has no signature: whatever has none of the others and no NUL may be one. */
  boolean fits(byte[] head) {
    if (signature.length > 0) {
      return starts(head, signature);
    }
    boolean otherType =
        Arrays.stream(values()).anyMatch(each -> each != this && starts(head, each.signature));
    return !otherType && new String(head, StandardCharsets.ISO_8859_1).indexOf('\0') < 0;
  }

  private static boolean starts(byte[] head, byte[] with) {
    return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
  }

  /** For people. */
  static String allowed() {
    return Arrays.stream(values()).map(FileType::mediaType).collect(Collectors.joining(", "));
  }

  String mediaType() {
    return mediaType;
  }

  static String extensionOf(String mediaType) {
    return declared(mediaType).map(type -> type.extension).orElse("bin");
  }

  Cleaner cleaner() {
    return cleaner;
  }
}
