package cn.linli.platform.attachment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keeps the segments that make the picture and its colours; drops EXIF, XMP, IPTC, previews,
 * comments and what follows the end (where phones put a second picture). Pixels are not coded
 * again, so evidence loses nothing. The way up is the one fact of EXIF that is kept. Source: ITU
 * T.81 annex B.
 */
final class JpegCleaner implements Cleaner {

  private static final int START = 0xd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int COMMENT = 0xfe;
  private static final int JFIF = 0xe0;
  private static final int EXIF = 0xe1;
  private static final int COLOUR_PROFILE = 0xe2;
  private static final int ADOBE = 0xee;
  private static final int LENGTH_BYTES = 2;

  @Override
  public void copy(InputStream from, OutputStream to) throws IOException {
    var in = new DataInputStream(from);
    var out = new DataOutputStream(to);
    try {
      if (in.readUnsignedShort() != (0xff00 | START)) {
        throw AttachmentProblems.damaged();
      }
      out.writeShort(0xff00 | START);
      int marker = marker(in);
      while (marker != END) {
        segment(marker, in, out);
        marker = marker == SCAN ? scan(in, out) : marker(in);
      }
      out.writeShort(0xff00 | END);
    } catch (EOFException e) {
      throw AttachmentProblems.damaged();
    }
    out.flush();
  }

  private static void segment(int marker, DataInputStream in, DataOutputStream out)
      throws IOException {
    int length = in.readUnsignedShort() - LENGTH_BYTES;
    if (length < 0 || marker < 0xc0) {
      throw AttachmentProblems.damaged();
    }
    var body = in.readNBytes(length);
    if (body.length < length) {
      throw AttachmentProblems.damaged();
    }
    if (marker == EXIF) {
      int orientation = Orientation.of(body);
      if (orientation > Orientation.UPRIGHT) {
        write(marker, Orientation.alone(orientation), out);
      }
    } else if (isKept(marker, body)) {
      write(marker, body, out);
    }
  }

  private static boolean isKept(int marker, byte[] body) {
    return switch (marker) {
      case JFIF -> starts(body, "JFIF\0");
      case COLOUR_PROFILE -> starts(body, "ICC_PROFILE\0");
      case ADOBE -> starts(body, "Adobe");
      case COMMENT -> false;
      default -> marker < JFIF || marker > 0xef;
    };
  }

  private static void write(int marker, byte[] body, DataOutputStream out) throws IOException {
    out.writeShort(0xff00 | marker);
    out.writeShort(body.length + LENGTH_BYTES);
    out.write(body);
  }

  /** Copies coded pixels; returns the marker that ends them. */
  private static int scan(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      int value = in.readUnsignedByte();
      if (value != 0xff) {
        out.write(value);
        continue;
      }
      int next = in.readUnsignedByte();
      while (next == 0xff) {
        next = in.readUnsignedByte();
      }
      boolean isData = next == 0 || next >= 0xd0 && next <= 0xd7;
      if (!isData) {
        return next;
      }
      out.write(0xff);
      out.write(next);
    }
  }

  private static int marker(DataInputStream in) throws IOException {
    if (in.readUnsignedByte() != 0xff) {
      throw AttachmentProblems.damaged();
    }
    int marker = in.readUnsignedByte();
    while (marker == 0xff) {
      marker = in.readUnsignedByte();
    }
    return marker;
  }

  private static boolean starts(byte[] body, String text) {
    var with = text.getBytes(StandardCharsets.ISO_8859_1);
    return body.length >= with.length && Arrays.equals(body, 0, with.length, with, 0, with.length);
  }
}
