package cn.linli.platform.web;

import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.division.DivisionCode;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * A short table that somebody sends as CSV, whole in memory.
 *
 * @param parameters of the query string, only names the route declares
 */
public record FileCall(
    byte[] bytes,
    Map<String, String> parameters,
    Caller caller,
    String correlation,
    Language language,
    Web web) {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** UTF-8, with or without a byte order mark. */
  public Reader text() {
    var text = new String(bytes, StandardCharsets.UTF_8);
    int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 3 : 0;
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, start, bytes.length - start), StandardCharsets.UTF_8);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
  }

  public Optional<DivisionCode> division(String name) {
    return text(name)
        .map(value ->
            DivisionCode.parse(value)
                .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-division"))));
  }

  /** Commits what the table means, and waits for it. */
  public Outcome.Done commit(StreamId stream, Command.Rule rule) throws InterruptedException {
    String id = web.ids().timeOrdered();
    var command =
        new Command(
            id,
            false,
            web.hash().of("input", id),
            List.of(stream),
            null,
            caller.by(),
            correlation,
            id,
            200,
            List.of(),
            rule);
    try {
      Outcome outcome = web.gate().submit(command).get();
      if (outcome instanceof Outcome.Done done) {
        return done;
      }
      throw new ProblemException(Problem.of(outcome));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the committer did not answer", e.getCause());
    }
  }
}
