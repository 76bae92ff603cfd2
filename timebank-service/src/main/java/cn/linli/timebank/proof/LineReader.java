package cn.linli.timebank.proof;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.ledger.Entry;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Takes the lines out of journal documents. Reads the nine fields a line is made of and passes the
 * rest by: a third of the time of decoding the event, and an audit decodes every one there ever
 * was.
 */
final class LineReader {

  /** Streams of passbooks in the journal. */
  static final String STREAMS = "a:";

  private static final String POSTED = Written.anyVersion(AccountEvent.Posted.class);

  private static final Map<String, Unit> UNITS =
      Stream.of(Unit.values()).collect(Collectors.toMap(Unit::wire, Function.identity()));

  private static final Map<String, Reason> REASONS =
      Stream.of(Reason.values()).collect(Collectors.toMap(Reason::wire, Function.identity()));

  private final JsonFields json = new JsonFields();

  /**
   * @throws Unreadable naming account and version
   */
  void read(Written document, Consumer<Line> into) {
    if (!document.stream().startsWith(STREAMS)) {
      return;
    }
    String account = account(document.stream());
    for (Written.Event event : document.events()) {
      if (event.is(POSTED)) {
        into.accept(line(account, document, event.json()));
      }
    }
  }

  static String account(String stream) {
    return stream.substring(STREAMS.length());
  }

  private Line line(String account, Written document, String event) {
    var fields = new Fields();
    try {
      json.each(event, fields::take);
      return fields.line(account, document.version(), document.command(), document.at());
    } catch (RuntimeException e) {
      throw new Unreadable(account, document.version(), e);
    }
  }

  /** What can't be read as a line: whatever wrote it was not the ledger. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String account;
    private final long version;

    Unreadable(String account, long version, RuntimeException cause) {
      super("line of %s at %d".formatted(account, version), cause);
      this.account = account;
      this.version = version;
    }

    String account() {
      return account;
    }

    long version() {
      return version;
    }
  }

  private static final class Fields {
    private @Nullable String entry;
    private @Nullable Long amount;
    private @Nullable Long balance;
    private @Nullable String counter;
    private @Nullable String ref;
    private @Nullable Unit unit;
    private @Nullable Reason reason;
    private @Nullable String service;
    private @Nullable String hash;

    void take(String name, JsonParser parser) {
      switch (name) {
        case "entry" -> entry = parser.getString();
        case "amount" -> amount = parser.getLongValue();
        case "balance" -> balance = parser.getLongValue();
        case "counter" -> counter = parser.getString();
        case "ref" -> ref = parser.getString();
        case "unit" -> unit = UNITS.get(parser.getString());
        case "reason" -> reason = REASONS.get(parser.getString());
        case "service" -> service = parser.getString();
        case "hash" -> hash = parser.getString();
        default -> parser.skipChildren();
      }
    }

    Line line(String account, long version, String command, Instant at) {
      String id = Objects.requireNonNull(entry);
      long seq = Long.parseLong(id, id.lastIndexOf('-') + 1, id.length(), 10);
      Unit its = Objects.requireNonNull(unit);
      if (!new Entry(account, its, seq).id().equals(id)) {
        throw new IllegalArgumentException("it is of another passbook");
      }
      return new Line(
          account,
          version,
          command,
          its,
          seq,
          Objects.requireNonNull(amount),
          Objects.requireNonNull(balance),
          Objects.requireNonNull(counter),
          at,
          ref,
          Objects.requireNonNull(reason),
          service,
          Objects.requireNonNull(hash));
    }
  }
}
