package cn.linli.mediation.casework;

import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.StreamId;

/** Names of disputes' streams: {@code d:<id>}. */
public final class DisputeStream {

  static final String KIND = "d";
  private static final StreamName NAME = StreamName.ofIds(KIND);

  private DisputeStream() {}

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
