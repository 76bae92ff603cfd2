package cn.linli.platform.web;

import cn.linli.platform.commit.Outcome;
import cn.linli.platform.decide.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply that says no, before it has words: its title and detail come from {@code
 * problems_*.properties} in the caller's language.
 *
 * @param code stable, kebab-case
 * @param details what the message needs; no personal data
 * @param retryAfter set where the same request may succeed later
 */
public record Problem(
    int status,
    String code,
    Map<String, Object> details,
    List<Violation> violations,
    @Nullable Duration retryAfter) {

  /** Refusals of rules are 422, except those that say who may do what or what was found. */
  private static final Map<String, Integer> STATUS_OF_REFUSAL =
      Map.of(
          "not-found", 404,
          "out-of-scope", 403,
          "wrong-role", 403,
          "not-yourself", 403,
          "version-conflict", 412,
          "idempotency-conflict", 409,
          "overloaded", 503);

  private static final int RULE_SAYS_NO = 422;

  public Problem {
    details = Map.copyOf(details);
    violations = List.copyOf(violations);
  }

  public static Problem of(int status, String code) {
    return new Problem(status, code, Map.of(), List.of(), null);
  }

  public static Problem of(int status, String code, Map<String, Object> details) {
    return new Problem(status, code, details, List.of(), null);
  }

  public static Problem of(Refusal refusal) {
    int status = STATUS_OF_REFUSAL.getOrDefault(refusal.code(), RULE_SAYS_NO);
    return new Problem(status, refusal.code(), refusal.details(), List.of(), null);
  }

  public static Problem notFound() {
    return of(404, "not-found");
  }

  static Problem badFields(List<Violation> violations) {
    return new Problem(400, "invalid-fields", Map.of(), violations, null);
  }

  static Problem badField(String field, String message) {
    return badFields(List.of(new Violation(field, message)));
  }

  public static Problem overloaded(Duration retryAfter) {
    return new Problem(503, "overloaded", Map.of(), List.of(), retryAfter);
  }

  /** Someone further on can't be reached: nothing happened. */
  public static Problem unavailable(Duration retryAfter) {
    return new Problem(503, "service-unavailable", Map.of(), List.of(), retryAfter);
  }

  /** It may have happened: the same key tells. */
  public static Problem outcomeUnknown(Duration retryAfter) {
    return new Problem(503, "outcome-unknown", Map.of(), List.of(), retryAfter);
  }

  /** Every outcome that is not {@link Outcome.Done}. */
  public static Problem of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var refusal) -> of(refusal);
      case Outcome.VersionConflict(var actual) ->
          of(412, "version-conflict", Map.of("actual", actual));
      case Outcome.KeyConflict() -> of(409, "idempotency-conflict");
      case Outcome.Overloaded(var retryAfter) -> overloaded(retryAfter);
      case Outcome.Unknown(var retryAfter) -> outcomeUnknown(retryAfter);
      case Outcome.Broken(var code, _) when code.equals(Outcome.Broken.TOO_LARGE) ->
          of(413, "commit-too-large");
      case Outcome.Broken(var code, var message) ->
          throw new IllegalStateException(code + ": " + message); // ours to mend: logged, 500
      case Outcome.Done _ -> throw new IllegalArgumentException("a commit is no problem");
    };
  }
}
