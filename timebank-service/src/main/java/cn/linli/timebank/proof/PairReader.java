package cn.linli.timebank.proof;

import cn.linli.events.timebank.ClearingEvent.Cleared;
import cn.linli.timebank.casework.PairCases;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Takes what streams of two communities say out of journal documents. */
final class PairReader {

  static final String STREAMS = PairCases.KIND + ":";

  private static final String CLEARED = Written.anyVersion(Cleared.class);

  private final JsonFields json = new JsonFields();

  /**
   * @throws LineReader.Unreadable naming stream and version
   */
  void read(Written document, Consumer<PairLine> into) {
    String stream = document.stream();
    long version = document.version();
    if (!stream.startsWith(STREAMS)) {
      return;
    }
    for (Written.Event event : document.events()) {
      var fields = new Fields();
      try {
        json.each(event.json(), fields::take);
        into.accept(fields.line(stream, version, event.is(CLEARED)));
      } catch (RuntimeException e) {
        throw new LineReader.Unreadable(stream, version, e);
      }
    }
  }

  private static final class Fields {
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable Long minutes;
    private @Nullable Long total;
    private @Nullable Long back;
    private @Nullable String receiver;

    void take(String name, JsonParser parser) {
      switch (name) {
        case "from" -> from = parser.getString();
        case "to" -> to = parser.getString();
        case "minutes" -> minutes = parser.getLongValue();
        case "total" -> total = parser.getLongValue();
        case "back" -> back = parser.getLongValue();
        case "receiver" -> receiver = parser.getString();
        default -> parser.skipChildren();
      }
    }

    PairLine line(String stream, long version, boolean cleared) {
      String one = Objects.requireNonNull(from);
      String other = Objects.requireNonNull(to);
      if (!PairCases.stream(one, other).toString().equals(stream)) {
        throw new IllegalArgumentException("it is of other communities");
      }
      return new PairLine(
          stream,
          version,
          one,
          other,
          cleared ? Objects.requireNonNull(minutes) : 0,
          Objects.requireNonNull(total),
          Objects.requireNonNull(back),
          receiver);
    }
  }
}
