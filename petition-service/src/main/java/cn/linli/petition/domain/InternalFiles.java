package cn.linli.petition.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files of a case that its petitioner does not see; the rest of its files they do. */
public record InternalFiles(List<String> ids) {

  public InternalFiles {
    ids = List.copyOf(ids);
  }

  /** Those of a request; none where it has no such files. */
  public static InternalFiles of(Petition petition) {
    @Nullable InternalFiles files = petition.proceedings().files();
    return files == null ? new InternalFiles(List.of()) : files;
  }

  public boolean contains(String file) {
    return ids.contains(file);
  }

  InternalFiles plus(List<String> more) {
    return new InternalFiles(Stream.concat(ids.stream(), more.stream()).distinct().toList());
  }
}
