package cn.linli.platform.web;

import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.CallerMarks;
import cn.linli.platform.access.Role;
import cn.linli.platform.access.Session;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The components of one body type that name an actor, found once. */
final class ActorFields<B> {

  private static final Set<Role> MAY_RECORD_FOR_OTHERS =
      EnumSet.of(
          Role.COMMUNITY_CLERK,
          Role.STREET_OFFICER,
          Role.DISTRICT_OFFICER,
          Role.CITY_OFFICER,
          Role.HOTLINE_OPERATOR,
          Role.MEDIATOR);

  private final List<RecordComponent> named = new ArrayList<>();
  private final @Nullable RecordComponent onBehalf;
  private final CallerMarks marks;

  ActorFields(Class<B> type, CallerMarks marks) {
    this.marks = marks;
    RecordComponent behalf = null;
    for (var component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
      component.getAccessor().setAccessible(true);
      if (component.isAnnotationPresent(NamesActor.class)) {
        named.add(component);
      }
      if (component.getName().equals("recordedOnBehalf")) {
        behalf = component;
      }
    }
    onBehalf = behalf;
  }

  /** Nothing to do for almost all bodies. */
  void check(B body, Session session) {
    for (var component : named) {
      if (value(component, body) instanceof String actor
          && !isCaller(actor, session)
          && !isRecordedFor(body, session)) {
        throw AccessException.notYourself();
      }
    }
  }

  /** For a name that stands where the body has no field for it. */
  void mustBeCaller(String actor, Optional<Session> session) {
    if (session.isEmpty() || !isCaller(actor, session.get())) {
      throw AccessException.notYourself();
    }
  }

  private boolean isCaller(String actor, Session session) {
    var caller = session.caller();
    return actor.equals(caller.organisation())
        || actor.equals(caller.scope().value())
        || marks.mark(session.issuer(), actor).equals(caller.mark());
  }

  private boolean isRecordedFor(B body, Session session) {
    return onBehalf != null
        && value(onBehalf, body) != null
        && MAY_RECORD_FOR_OTHERS.contains(session.caller().role());
  }

  private static @Nullable Object value(RecordComponent component, Object body) {
    try {
      return component.getAccessor().invoke(body);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't read " + component, e);
    }
  }
}
