package cn.linli.platform.web;

import cn.linli.events.WireName;
import cn.linli.platform.access.Caller;
import cn.linli.platform.division.DivisionCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A call that wants to know something.
 *
 * @param body {@link NoBody} unless it is a read by {@code POST}
 * @param path the path's variables by name
 * @param parameters of the query string, only names the route declares
 */
public record Query<B>(
    B body,
    Map<String, String> path,
    Map<String, String> parameters,
    Caller caller,
    String correlation,
    Language language,
    Instant receivedAt,
    Lists lists) {

  private static final int LIMIT_DEFAULT = 50;
  private static final int LIMIT_MAX = 200;

  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the path has no {" + name + "}");
    }
    return value;
  }

  /** A division in the path. */
  public DivisionCode pathDivision(String name) {
    return DivisionCode.parse(path(name))
        .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-division")));
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

  /** A value of an enum by its wire name. */
  public <T extends Enum<T> & WireName> Optional<T> oneOf(String name, Class<T> type) {
    return text(name).map(value -> constant(name, value, type));
  }

  /** Values of an enum by their wire names, joined by commas; empty: not asked for. */
  public <T extends Enum<T> & WireName> List<T> anyOf(String name, Class<T> type) {
    return text(name).stream()
        .flatMap(values -> Stream.of(values.split(",", -1)))
        .map(value -> constant(name, value.strip(), type))
        .distinct()
        .toList();
  }

  private <T extends Enum<T> & WireName> T constant(String name, String value, Class<T> type) {
    for (T constant : type.getEnumConstants()) {
      if (constant.wire().equals(value)) {
        return constant;
      }
    }
    throw bad(name, "not-one-of", WireNames.of(type));
  }

  public Optional<Boolean> flag(String name) {
    return text(name)
        .map(value ->
            switch (value) {
              case "true" -> true;
              case "false" -> false;
              default -> throw bad(name, "not-one-of", "true, false");
            });
  }

  public Optional<LocalDate> day(String name) {
    return text(name).map(value -> parsed(name, value, "RFC 3339 date", LocalDate::parse));
  }

  public Optional<Instant> instant(String name) {
    return text(name).map(value -> parsed(name, value, "RFC 3339 date-time", Instant::parse));
  }

  public int number(String name, int otherwise, int min, int max) {
    return text(name)
        .map(value -> parsed(name, value, "integer", Integer::valueOf))
        .map(value -> {
          if (value < min || value > max) {
            throw bad(name, "out-of-range", min + "–" + max);
          }
          return value;
        })
        .orElse(otherwise);
  }

  /** How many items a page has: 50 unless asked otherwise, 200 at most. */
  public int limit() {
    return number("limit", LIMIT_DEFAULT, 1, LIMIT_MAX);
  }

  /** Where the list goes on; empty: at its start. */
  public Optional<Position> after() {
    return text("after").map(cursor -> lists.cursors().decode(cursor, lists.filter()));
  }

  /**
   * Cuts a page from what was read.
   *
   * @param upToOneMore {@link #limit()} + 1 items where there are that many: the last one only
   *     tells that the list goes on
   */
  public <T> Page<T> page(List<T> upToOneMore, Function<T, Position> position) {
    int limit = limit();
    if (upToOneMore.size() <= limit) {
      return new Page<>(upToOneMore, null);
    }
    List<T> items = upToOneMore.subList(0, limit);
    return new Page<>(
        items, lists.cursors().encode(position.apply(items.getLast()), lists.filter()));
  }

  private <T> T parsed(String name, String value, String shape, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (DateTimeException | NumberFormatException e) {
      throw bad(name, "wrong-type", shape);
    }
  }

  private ProblemException bad(String name, String key, String allowed) {
    return new ProblemException(
        Problem.badField(
            name,
            lists.texts().violation(key, Map.of("allowed", allowed, "type", allowed), language)));
  }

  /**
   * What pages need.
   *
   * @param filter all that decides which items are in the list: path, parameters, caller's scope
   */
  record Lists(Cursors cursors, ProblemTexts texts, String filter) {}
}
