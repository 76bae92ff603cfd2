package cn.linli.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long history is kept for the relay and the views. They need 4 hours (design §10); view cells
 * write 200–750 bytes an event into it, so more is kept only where the disk has room.
 */
final class OplogHours {
  static final long LEAST_FREE_GB = 3;
  private static final long GB = 1L << 30;

  private OplogHours() {}

  static int forDisk(Path folder) {
    try {
      Files.createDirectories(folder);
      return forFreeGigabytes(Files.getFileStore(folder).getUsableSpace() / GB, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int forFreeGigabytes(long freeGigabytes, Path folder) {
    if (freeGigabytes < LEAST_FREE_GB) {
      throw new IllegalStateException(
          "%s has %d GB free; the database needs at least %d GB."
              .formatted(folder, freeGigabytes, LEAST_FREE_GB));
    }
    return freeGigabytes >= 50 ? 72 : freeGigabytes >= 20 ? 24 : 4;
  }
}
