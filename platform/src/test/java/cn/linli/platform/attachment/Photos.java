package cn.linli.platform.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures that tell on their maker. */
final class Photos {

  static final String SECRET = "GPS 37.5365N 121.3914E 张三的手机";

  private Photos() {}

  static BufferedImage picture() {
    var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 64; x++) {
      for (int y = 0; y < 48; y++) {
        image.setRGB(x, y, new Color(x * 4, y * 5, (x * y) % 256).getRGB());
      }
    }
    return image;
  }

  static byte[] encoded(String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture(), format, bytes);
    return bytes.toByteArray();
  }

  /** With EXIF (orientation and a secret), a comment, XMP, and a second picture after the end. */
  static byte[] telltaleJpeg(int orientation) throws IOException {
    var plain = encoded("jpg");
    var exif = ByteBuffer.allocate(200);
    exif.put(Orientation.alone(orientation)).put(SECRET.getBytes(StandardCharsets.UTF_8));
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.write(plain, 0, 2);
    segment(out, 0xe1, exif.array());
    segment(out, 0xe1, ("http://ns.adobe.com/xap/1.0/\0" + SECRET).getBytes("UTF-8"));
    segment(out, 0xfe, SECRET.getBytes(StandardCharsets.UTF_8));
    out.write(plain, 2, plain.length - 2);
    out.write(SECRET.getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static void segment(DataOutputStream out, int marker, byte[] body) throws IOException {
    out.writeShort(0xff00 | marker);
    out.writeShort(body.length + 2);
    out.write(body);
  }

  /** With a text chunk, an EXIF chunk, a time, and something after the end. */
  static byte[] telltalePng() throws IOException {
    var plain = encoded("png");
    int afterHeader = 8 + 4 + 4 + 13 + 4;
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.write(plain, 0, afterHeader);
    chunk(out, "tEXt", SECRET.getBytes(StandardCharsets.UTF_8));
    chunk(out, "eXIf", SECRET.getBytes(StandardCharsets.UTF_8));
    chunk(out, "tIME", new byte[7]);
    out.write(plain, afterHeader, plain.length - afterHeader);
    out.write(SECRET.getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] body) throws IOException {
    var crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.US_ASCII));
    crc.update(body);
    out.writeInt(body.length);
    out.write(type.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.writeInt((int) crc.getValue());
  }
}
