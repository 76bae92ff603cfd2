package cn.linli.platform.reaction;

import cn.linli.platform.commit.Beside;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import java.util.List;
import org.bson.Document;

/**
 * A command without what every reaction's command has alike: id, actor, correlation, causation.
 *
 * @param streams all streams it may touch; the first is the target
 * @param besides as in {@link Command}
 * @param vault as in {@link Command}
 */
public record Effect(
    List<StreamId> streams, List<Beside> besides, List<Document> vault, Command.Rule rule) {

  public Effect {
    streams = List.copyOf(streams);
    besides = List.copyOf(besides);
    vault = List.copyOf(vault);
    if (streams.isEmpty()) {
      throw new IllegalArgumentException("an effect has a target");
    }
  }

  /** An effect that writes nothing but journal, state and vault. */
  public Effect(List<StreamId> streams, List<Document> vault, Command.Rule rule) {
    this(streams, List.of(), vault, rule);
  }

  public static Effect on(StreamId target, Command.Rule rule) {
    return new Effect(List.of(target), List.of(), rule);
  }

  public StreamId target() {
    return streams.getFirst();
  }
}
