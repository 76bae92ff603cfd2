package cn.linli.platform.web;

import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.Beside;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.division.DivisionCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A call that wants to change something, with everything a handler may know of it: read, valid, and
 * from someone whose role may make it.
 *
 * @param path the path's variables by name
 * @param parameters of the query string, only names the route declares
 * @param commandId {@code c}: from the key where there is one, else time-ordered
 * @param keyed whether the caller gave an {@code Idempotency-Key}
 * @param inputHash {@code h}: keyed hash of the body as it was understood
 * @param ifMatch version the caller wants to change; null: any
 * @param receivedAt when it came in, in whole milliseconds
 * @param marks of subjects of the issuer that the caller's token came from
 */
public record Call<B>(
    B body,
    Map<String, String> path,
    Map<String, String> parameters,
    Caller caller,
    String commandId,
    boolean keyed,
    String inputHash,
    @Nullable Long ifMatch,
    String correlation,
    Language language,
    Instant receivedAt,
    Ids ids,
    UnaryOperator<String> marks) {

  /**
   * The same call on one version, for a command that is prepared from what was read: where somebody
   * comes between it is prepared again, a few times. A version that the caller named stays.
   */
  public Call<B> onVersion(long version) {
    return new Call<>(
        body,
        path,
        parameters,
        caller,
        commandId,
        keyed,
        inputHash,
        ifMatch == null ? version : ifMatch,
        correlation,
        language,
        receivedAt,
        ids,
        marks);
  }

  /** A variable of the path; the route's pattern names it, so it is there. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the path has no {" + name + "}");
    }
    return value;
  }

  /** A division in the query string. */
  public Optional<DivisionCode> division(String name) {
    return Optional.ofNullable(parameters.get(name))
        .map(value ->
            DivisionCode.parse(value)
                .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-division"))));
  }

  /** The id of something this command makes: the same on every attempt. */
  public String derivedId(String name) {
    return ids.derived(commandId, name);
  }

  /**
   * The mark that calls of another person will carry, for who registers that person's account.
   *
   * @param subject of their tokens, at the same issuer as the caller's
   */
  public String markOf(String subject) {
    return marks.apply(subject);
  }

  /** Changes what is there: 200. */
  public Command changes(StreamId stream, Command.Rule rule) {
    return command(200, List.of(stream), List.of(), rule);
  }

  /** Makes something new: 201 with its {@code Location}. */
  public Command creates(StreamId stream, Command.Rule rule) {
    return command(201, List.of(stream), List.of(), rule);
  }

  /**
   * @param streams the first is the primary resource
   * @param vault documents written only if the command is accepted
   */
  public Command command(
      int status, List<StreamId> streams, List<Document> vault, Command.Rule rule) {
    return command(status, streams, List.of(), vault, rule);
  }

  /**
   * @param besides writes that stand or fall with the command
   */
  public Command command(
      int status,
      List<StreamId> streams,
      List<Beside> besides,
      List<Document> vault,
      Command.Rule rule) {
    return new Command(
        commandId,
        keyed,
        inputHash,
        streams,
        ifMatch,
        caller.by(),
        correlation,
        commandId,
        status,
        besides,
        vault,
        rule,
        false);
  }
}
