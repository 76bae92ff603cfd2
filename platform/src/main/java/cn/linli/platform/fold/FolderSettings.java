package cn.linli.platform.fold;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Bounds of a folder.
 *
 * @param kafka client properties, at least {@code bootstrap.servers}
 * @param topics all partitions of these are folded
 * @param collect how long records are collected before they are written; with a backlog, until one
 *     of the bounds is reached
 * @param recordsMax records in a batch
 * @param bytesMax bytes of their values in a batch
 * @param cellsMax cells of the finest divisions in a batch; with those above about five times as
 *     many
 */
public record FolderSettings(
    Map<String, Object> kafka,
    List<String> topics,
    Duration collect,
    int recordsMax,
    long bytesMax,
    int cellsMax) {

  public static FolderSettings of(Map<String, Object> kafka, List<String> topics) {
    return new FolderSettings(
        Map.copyOf(kafka), topics, Duration.ofMillis(100), 50_000, 64L << 20, 10_000);
  }
}
