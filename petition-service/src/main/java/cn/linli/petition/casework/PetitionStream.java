package cn.linli.petition.casework;

import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.StreamId;

/** Names of requests' streams: {@code petition:<id>}. */
public final class PetitionStream {

  static final String KIND = "petition";
  private static final StreamName NAME = StreamName.ofIds(KIND);

  private PetitionStream() {}

  public static StreamId of(String id) {
    return NAME.stream(id);
  }

  public static StreamId fromPath(String id) {
    return NAME.fromPath(id);
  }

  public static boolean isId(String text) {
    return NAME.isKey(text);
  }
}
