package cn.linli.platform.reaction;

import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import java.util.List;
import org.bson.Document;

/**
 * A command without what every reaction's command has alike: id, actor, correlation, causation.
 *
 * @param streams all streams it may touch; the first is the target
 * @param vault as in {@link Command}
 */
public record Effect(List<StreamId> streams, List<Document> vault, Command.Rule rule) {

  public Effect {
    streams = List.copyOf(streams);
    vault = List.copyOf(vault);
    if (streams.isEmpty()) {
      throw new IllegalArgumentException("an effect has a target");
    }
  }

  public static Effect on(StreamId target, Command.Rule rule) {
    return new Effect(List.of(target), List.of(), rule);
  }

  public StreamId target() {
    return streams.getFirst();
  }
}
