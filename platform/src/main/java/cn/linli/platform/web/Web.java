package cn.linli.platform.web;

import cn.linli.platform.access.CallerMarks;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.KeyedHash;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What every route works with. One bean per service; services only hand it to {@link Routes#under}.
 */
public final class Web implements AutoCloseable {

  private static final int COMMANDS_AT_ONCE_MAX = 2_048;
  private static final int QUERIES_AT_ONCE_MAX = 512;

  /** Each may hold 16 MB. */
  private static final int FILES_AT_ONCE_MAX = 8;

  /** Longer than the committer's own bound of 10 s: it knows more than this one. */
  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(15);

  private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final KeyedHash hash;
  private final Supplier<CommandGate> gate;
  private final CallerMarks marks;
  private final Clock clock;
  private final Ids ids;
  private final Cursors cursors;
  private final ProblemTexts texts;
  private final Validator validator = ValidationLanguage.validator();
  private final Supplier<Optional<Divisions>> divisions;
  private final int bodyBytesMax;
  private final CommandLane commands =
      new CommandLane(COMMANDS_AT_ONCE_MAX, COMMAND_TIMEOUT, Problem.outcomeUnknown(RETRY_AFTER));
  private final Lane files =
      new Lane("file", FILES_AT_ONCE_MAX, COMMAND_TIMEOUT, Problem.outcomeUnknown(RETRY_AFTER));
  private final Lane queries =
      new Lane("query", QUERIES_AT_ONCE_MAX, QUERY_TIMEOUT, Problem.overloaded(RETRY_AFTER));

  /**
   * @param gate asked at the first command: a service that has none (a gateway) may have routes
   */
  public Web(
      KeyedHash hash,
      Supplier<CommandGate> gate,
      CallerMarks marks,
      Clock clock,
      ProblemTexts texts,
      Supplier<Optional<Divisions>> divisions,
      int bodyBytesMax) {
    this.hash = hash;
    this.gate = gate;
    this.marks = marks;
    this.clock = clock;
    this.ids = new Ids(hash, clock);
    this.cursors = new Cursors(hash);
    this.texts = texts;
    this.divisions = divisions;
    this.bodyBytesMax = bodyBytesMax;
  }

  public Ids ids() {
    return ids;
  }

  /** Whether the tree has the division; where there is no tree the rule has to ask. */
  boolean isKnown(DivisionCode division) {
    return divisions.get().map(tree -> tree.now().isKnown(division)).orElse(true);
  }

  KeyedHash hash() {
    return hash;
  }

  String mark(String issuer, String subject) {
    return marks.mark(issuer, subject);
  }

  CommandGate gate() {
    return gate.get();
  }

  Clock clock() {
    return clock;
  }

  Cursors cursors() {
    return cursors;
  }

  ProblemTexts texts() {
    return texts;
  }

  CommandLane commands() {
    return commands;
  }

  Lane files() {
    return files;
  }

  Lane queries() {
    return queries;
  }

  int bodyBytesMax() {
    return bodyBytesMax;
  }

  <B> StrictBody<B> strictBody(Class<B> type) {
    return new StrictBody<>(type, validator, texts, new ActorFields<>(type, marks));
  }

  @Override
  public void close() {
    commands.close();
    files.close();
    queries.close();
  }
}
