package cn.linli.platform.attachment;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Which way up a photo is: the only entry of its EXIF that a reader needs. Source: EXIF 2.3. */
final class Orientation {

  static final int UPRIGHT = 1;
  private static final int HIGHEST = 8;

  private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int TAG = 0x0112;
  private static final int ENTRY_BYTES = 12;
  private static final short TYPE_SHORT = 3;
  private static final short TIFF = 42;

  private Orientation() {}

  /** {@link #UPRIGHT} where nothing readable is said. */
  static int of(byte[] segment) {
    try {
      var exif = ByteBuffer.wrap(segment, PREFIX.length, segment.length - PREFIX.length).slice();
      exif.order(exif.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = exif.getInt(4);
      int entries = exif.getShort(directory) & 0xffff;
      for (int i = 0; i < entries; i++) {
        int entry = directory + Short.BYTES + i * ENTRY_BYTES;
        if ((exif.getShort(entry) & 0xffff) == TAG) {
          int value = exif.getShort(entry + 8);
          return value >= UPRIGHT && value <= HIGHEST ? value : UPRIGHT;
        }
      }
      return UPRIGHT;
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      return UPRIGHT;
    }
  }

  /** An EXIF segment that says nothing else. */
  static byte[] alone(int orientation) {
    return ByteBuffer.allocate(PREFIX.length + 8 + Short.BYTES + ENTRY_BYTES + Integer.BYTES)
        .put(PREFIX)
        .putShort((short) 0x4d4d)
        .putShort(TIFF)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) TAG)
        .putShort(TYPE_SHORT)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }
}
