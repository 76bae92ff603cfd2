package cn.linli.platform.commit;

import cn.linli.events.Event;
import cn.linli.platform.commit.KindCodec.Advance;
import cn.linli.platform.commit.KindCodec.Author;
import cn.linli.platform.decide.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One command's view of its streams while it is decided, and what it adds to them. Thrown away if
 * the command fails, so a bad command leaves no trace in its batch.
 */
final class Draft implements Command.Streams {

  /** What may have fallen due in a row, for instance after a long time without timers. */
  private static final int DUE_STEPS_MAX = 64;

  private static final int STATUS_OK = 200;
  private static final int UTF8_BYTES_PER_CHAR_MAX = 3;

  private final Command command;
  private final Kinds kinds;
  private final Instant at;
  private final int eventBytesMax;
  private final Map<StreamId, StreamState> now = new HashMap<>();
  private final List<JournalEntry> entries = new ArrayList<>();
  private long bytes;

  Draft(
      Command command,
      Kinds kinds,
      Map<StreamId, StreamState> states,
      Instant clock,
      int eventBytesMax) {
    this.command = command;
    this.kinds = kinds;
    this.eventBytesMax = eventBytesMax;
    Instant latest = clock;
    for (StreamId stream : command.streams()) {
      StreamState state = states.get(stream);
      now.put(stream, state);
      latest = state.at().isAfter(latest) ? state.at() : latest;
    }
    this.at = latest;
  }

  /** Applies what time alone has brought. Its documents are those the timer would have written. */
  void applyWhatHasFallenDue() {
    for (StreamId stream : command.streams()) {
      int steps = 0;
      while (now.get(stream).isDue(at)) {
        if (++steps > DUE_STEPS_MAX) {
          throw new IllegalStateException("timers of " + stream.kind() + " come to no end");
        }
        fallDue(now.get(stream));
      }
    }
  }

  private void fallDue(StreamState before) {
    StreamId stream = before.stream();
    var decision = kinds.of(stream).fallDue(before, at);
    if (!(decision instanceof Decision.Accepted<? extends Event> accepted)) {
      throw new IllegalStateException(stream.kind() + " refused what had fallen due");
    }
    String timer = Due.commandId(stream, before.armedBy());
    var author = new Author(Due.ACTOR, before.correlation());
    Advance advance = kinds.of(stream).advance(before, accepted.events(), at, author);
    if (Objects.equals(advance.after().due(), before.due())) {
      throw new IllegalStateException(stream.kind() + " did not move its due instant");
    }
    record(
        before,
        advance,
        new Origin(timer, Due.INPUT_HASH, STATUS_OK, stream, author, before.correlation()));
  }

  /** Takes over what the rule accepted. */
  void apply(List<Command.Change> changes) {
    var author = new Author(command.by(), command.correlation());
    var origin =
        new Origin(
            command.id(),
            command.inputHash(),
            command.status(),
            command.primary(),
            author,
            command.causation());
    var touched = new ArrayList<StreamId>();
    for (Command.Change change : changes) {
      if (change.events().isEmpty() || touched.contains(change.stream())) {
        throw new IllegalStateException("a change is empty or twice: " + change.stream());
      }
      touched.add(change.stream());
      StreamState before = named(change.stream());
      record(
          before, kinds.of(before.stream()).advance(before, change.events(), at, author), origin);
    }
    if (!touched.contains(command.primary())) {
      throw new IllegalStateException("nothing changes the primary stream " + command.primary());
    }
  }

  /** Where a document comes from. */
  private record Origin(
      String id, String hash, int status, StreamId primary, Author author, String causation) {}

  private void record(StreamState before, Advance advance, Origin origin) {
    for (JournalEntry.Encoded event : advance.encoded()) {
      bytes += checked(event);
    }
    entries.add(
        new JournalEntry(
            before.stream(),
            advance.after().version(),
            before.events() + 1,
            advance.encoded(),
            origin.id(),
            origin.hash(),
            origin.status(),
            origin.primary(),
            origin.author().by(),
            at,
            origin.author().correlation(),
            origin.causation()));
    now.put(before.stream(), advance.after());
  }

  private int checked(JournalEntry.Encoded event) {
    int size = bytes(event.json());
    if (size > eventBytesMax) {
      throw new TooLarge("event %s has %d bytes".formatted(event.type(), size));
    }
    return size;
  }

  static int bytes(String text) {
    int most = text.length() * UTF8_BYTES_PER_CHAR_MAX;
    // Only what might be large is worth counting exactly.
    return most < 16 * 1024 ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
  }

  List<JournalEntry> entries() {
    return entries;
  }

  /** The states of all its streams after it. */
  Map<StreamId, StreamState> states() {
    return now;
  }

  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  private StreamState named(StreamId stream) {
    StreamState state = now.get(stream);
    if (state == null) {
      throw new IllegalArgumentException("the command did not name " + stream);
    }
    return state;
  }

  @Override
  public <S> S state(StreamId stream, Class<S> type) {
    return type.cast(named(stream).value());
  }

  @Override
  public long version(StreamId stream) {
    return named(stream).version();
  }

  @Override
  public Instant at() {
    return at;
  }

  /** Too large to be written: 413. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }
}
