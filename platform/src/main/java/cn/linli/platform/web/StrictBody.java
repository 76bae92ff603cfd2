package cn.linli.platform.web;

import cn.linli.platform.access.Session;
import cn.linli.platform.division.DivisionCode;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Reads bodies of one record type: JSON that is exactly that record, then its constraints. */
final class StrictBody<B> {

  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  private final Class<B> type;
  private final ObjectReader reader;
  private final ObjectWriter writer;
  private final Validator validator;
  private final ProblemTexts texts;
  private final ActorFields<B> actors;

  StrictBody(Class<B> type, Validator validator, ProblemTexts texts, ActorFields<B> actors) {
    BoundedLists.require(type);
    this.type = type;
    this.reader = Json.MAPPER.readerFor(type);
    this.writer = Json.MAPPER.writerFor(type);
    this.validator = validator;
    this.texts = texts;
    this.actors = actors;
  }

  Class<B> type() {
    return type;
  }

  /**
   * As {@link #read(byte[], Language)}; the body may also say who acts, if that is the caller.
   *
   * @throws cn.linli.platform.access.AccessException 403 {@code not-yourself}
   */
  B read(byte[] body, Language language, Optional<Session> session) {
    var actorNames = new SaidActors();
    B value = read(actorNames.over(reader), body, language);
    actorNames.said().forEach(actor -> actors.mustBeCaller(actor, session));
    session.ifPresent(it -> actors.check(value, it));
    return value;
  }

  /** An empty body is an empty object: many actions say all by their name. */
  B read(byte[] body, Language language) {
    return read(reader, body, language);
  }

  private B read(ObjectReader readsWith, byte[] body, Language language) {
    B value;
    try {
      value = readsWith.readValue(body.length == 0 ? EMPTY_OBJECT : body);
    } catch (JacksonException e) {
      throw new ProblemException(problem(e, language));
    }
    if (value == null) {
      throw new ProblemException(
          Problem.badField("", texts.violation("not-an-object", Map.of(), language)));
    }
    var violations = validate(value, language);
    if (!violations.isEmpty()) {
      throw new ProblemException(Problem.badFields(violations));
    }
    return value;
  }

  /** The same bytes for the same meaning: order of fields and white space do not count. */
  byte[] canonical(B value) {
    return writer.writeValueAsBytes(value);
  }

  private List<Violation> validate(B value, Language language) {
    var found = ValidationLanguage.with(language, () -> validator.validate(value));
    return found.isEmpty()
        ? List.of()
        : found.stream()
            .map(each -> new Violation(each.getPropertyPath().toString(), each.getMessage()))
            .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
            .toList();
  }

  private Problem problem(JacksonException e, Language language) {
    String field = path(e);
    return switch (e) {
      case UnrecognizedPropertyException _ -> bad(field, "unknown-field", Map.of(), language);
      case ValueInstantiationException wrong when isDivision(wrong) ->
          new Problem(
              422,
              "unknown-division",
              Map.of(),
              List.of(new Violation(field, texts.title("unknown-division", language))),
              null);
      case MismatchedInputException wrong when isTrailing(wrong) -> malformed(wrong);
      case MismatchedInputException wrong -> wrongType(field, wrong, language);
      case DatabindException _ -> bad(field, "not-readable", Map.of(), language);
      case StreamReadException syntax -> malformed(syntax, language);
      default -> malformed(e);
    };
  }

  private static boolean isDivision(ValueInstantiationException e) {
    return e.getType() != null && e.getType().hasRawClass(DivisionCode.class);
  }

  private Problem wrongType(String field, MismatchedInputException e, Language language) {
    Class<?> target = e.getTargetType();
    if (target != null && target.isEnum()) {
      return bad(field, "not-one-of", Map.of("allowed", WireNames.of(target)), language);
    }
    return bad(field, "wrong-type", Map.of("type", Shapes.name(target)), language);
  }

  /** A name given twice is an error of syntax to the reader, and has a field all the same. */
  private Problem malformed(StreamReadException e, Language language) {
    if (e.getOriginalMessage().startsWith("Duplicate") && e.processor() instanceof JsonParser at) {
      String path = at.streamReadContext().pathAsPointer().toString();
      return bad(path.replaceFirst("^/", "").replace('/', '.'), "duplicate", Map.of(), language);
    }
    return malformed(e);
  }

  private static boolean isTrailing(MismatchedInputException e) {
    return e.getOriginalMessage().startsWith("Trailing token");
  }

  private static Problem malformed(JacksonException e) {
    var location = e.getLocation();
    return Problem.of(
        400,
        "malformed-json",
        Map.of("line", location.getLineNr(), "column", location.getColumnNr()));
  }

  private Problem bad(String field, String key, Map<String, Object> details, Language language) {
    return Problem.badField(field, texts.violation(key, details, language));
  }

  private static String path(JacksonException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
