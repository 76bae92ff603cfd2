package cn.linli.mediation.casework;

import cn.linli.mediation.domain.Actor;
import cn.linli.platform.access.Caller;

/** From a token's caller to the actor that the rules know. */
public final class Actors {

  private Actors() {}

  public static Actor of(Caller caller) {
    return new Actor(caller.by(), caller.role(), caller.scope().value(), caller.organisation());
  }
}
