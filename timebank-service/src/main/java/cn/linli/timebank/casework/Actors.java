package cn.linli.timebank.casework;

import cn.linli.platform.access.Caller;
import cn.linli.timebank.domain.Actor;

/** From a token's caller to the actor that the rules know. */
public final class Actors {

  private Actors() {}

  public static Actor of(Caller caller) {
    return new Actor(caller.by(), caller.role(), caller.scope().value(), caller.organisation());
  }
}
