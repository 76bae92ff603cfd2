package cn.linli.platform.attachment;

import cn.linli.platform.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies a file without what it tells about its maker: place, device, time, author. */
interface Cleaner {

  /** Metadata of a PDF lie all over it; it is kept as it is and said to be so. */
  Cleaner UNCHANGED =
      new Cleaner() {
        @Override
        public boolean cleans() {
          return false;
        }

        @Override
        public void copy(InputStream from, OutputStream to) throws IOException {
          from.transferTo(to);
        }
      };

  default boolean cleans() {
    return true;
  }

  /** Streams; throws {@link ProblemException} where the content is not what its type asks for. */
  void copy(InputStream from, OutputStream to) throws IOException;
}
