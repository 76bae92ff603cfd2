package cn.linli.events;

/** The four topics of the platform and how many partitions they have for ever. */
public final class Topics {
  public static final String PETITION = "linli.petition";
  public static final String MEDIATION = "linli.mediation";
  public static final String TIMEBANK = "linli.timebank";
  public static final String COMMUNITY = "linli.community";

  public static final int PARTITIONS = 12;
  public static final int PARTITIONS_STANDALONE = 4;

  private Topics() {}

  /** Compacted, one partition: where the relay keeps its position. */
  public static String relayPositions(String topic) {
    return topic + ".relay";
  }
}
