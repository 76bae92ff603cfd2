package cn.linli.mediation.archive;

import cn.linli.mediation.domain.Dispute;
import cn.linli.platform.attachment.Attachments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Files of a case for a bundle; those beyond its size are listed and left out. */
final class Evidence {

  private final Attachments attachments;

  Evidence(Attachments attachments) {
    this.attachments = attachments;
  }

  /**
   * @param elsewhere too large to go along
   */
  record Files(List<Enclosure> enclosed, List<Manifest.Line> elsewhere) {}

  Files of(Dispute dispute) {
    var enclosed = new ArrayList<Enclosure>();
    var elsewhere = new ArrayList<Manifest.Line>();
    long bytes = 0;
    int number = 0;
    for (String id : dispute.filed().attachments()) {
      var found = attachments.find(id).filter(it -> !it.erased()).orElse(null);
      if (found == null) {
        continue;
      }
      var file = found.attachment();
      number++;
      String path =
          String.format(Locale.ROOT, "evidence/%03d.%s", number, suffix(file.mediaType()));
      String title = "证据材料" + number;
      if (bytes + file.bytes() > Bundle.BYTES_MAX) {
        elsewhere.add(
            new Manifest.Line(path, title, file.mediaType(), file.bytes(), file.sha256()));
      } else {
        bytes += file.bytes();
        enclosed.add(new Enclosure(path, title, file.mediaType(), read(found)));
      }
    }
    return new Files(enclosed, elsewhere);
  }

  private byte[] read(Attachments.Found found) {
    try (InputStream in = attachments.read(found)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String suffix(String mediaType) {
    return mediaType.substring(mediaType.lastIndexOf('/') + 1).replaceAll("[^a-z0-9]", "");
  }
}
