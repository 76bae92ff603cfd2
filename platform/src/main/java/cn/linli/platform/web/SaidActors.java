package cn.linli.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * Takes the names of an actor out of bodies that have no field for one. Whoever acts is the token's
 * holder, so saying it is needless; saying somebody else is not an unknown field but a lie.
 */
final class SaidActors extends DeserializationProblemHandler {

  private static final Set<String> NAMES =
      Set.of("department", "reviewer", "party", "by", "mediator");

  private final List<String> said = new ArrayList<>();

  /** For one body: the names it says gather here. */
  ObjectReader over(ObjectReader reader) {
    return reader.withHandler(this);
  }

  List<String> said() {
    return said;
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      ValueDeserializer<?> deserializer,
      Object beanOrClass,
      String name) {
    boolean isActor =
        NAMES.contains(name)
            && parser.streamReadContext().getParent() != null
            && parser.streamReadContext().getParent().inRoot()
            && parser.currentToken() == JsonToken.VALUE_STRING;
    if (isActor) {
      said.add(parser.getString());
    }
    return isActor;
  }
}
