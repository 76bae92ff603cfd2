package cn.linli.petition.casework;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.Actor;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import org.jspecify.annotations.Nullable;

/** From a token's caller to the actor that the rules know. */
public final class Actors {

  /** Who acts when time alone decides. */
  public static final Actor CLOCK = new Actor("clock", null, false, false);

  /** Who acts when another service let us know. */
  public static final Actor POLICY = new Actor("policy", null, false, false);

  private Actors() {}

  public static Actor of(Caller caller) {
    return new Actor(caller.by(), unit(caller), caller.is(Role.HOTLINE_OPERATOR), false);
  }

  /** The petitioner, or somebody who records the petitioner's own act with evidence. */
  public static Actor forThePetitioner(Caller caller) {
    Actor actor = of(caller);
    return new Actor(actor.ref(), actor.unit(), actor.desk(), true);
  }

  static @Nullable Unit unit(Caller caller) {
    return caller.is(Role.RESIDENT)
        ? null
        : Level.of(caller.scope().value())
            .map(level -> new Unit(level, caller.scope().value(), caller.organisation()))
            .orElse(null);
  }
}
