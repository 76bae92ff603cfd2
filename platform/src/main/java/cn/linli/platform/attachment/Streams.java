package cn.linli.platform.attachment;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bounded copying. */
final class Streams {

  private static final int BUFFER_BYTES = 8_192;

  private Streams() {}

  static void copyExactly(InputStream from, OutputStream to, long count) throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    long left = count;
    while (left > 0) {
      int read = from.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException();
      }
      to.write(buffer, 0, read);
      left -= read;
    }
  }

  /** Refuses at the first byte beyond the bound. */
  static InputStream bounded(InputStream from, long maxBytes) {
    return new FilterInputStream(from) {
      private long left = maxBytes;

      @Override
      public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(0, read));
        return read;
      }

      @Override
      public boolean markSupported() {
        return false;
      }

      private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
          throw AttachmentProblems.tooLarge();
        }
      }
    };
  }
}
