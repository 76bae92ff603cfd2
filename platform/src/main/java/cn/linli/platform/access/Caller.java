package cn.linli.platform.access;

import cn.linli.platform.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the token says it.
 *
 * @param mark stands for the person: keyed hash of issuer and subject, the same in every call of
 *     one person to one service
 * @param scope the division the caller works or lives in; everything inside it is covered
 * @param organisation code such as {@code heating-company}; null for the division's own body
 */
public record Caller(String mark, Role role, DivisionCode scope, @Nullable String organisation) {

  /** No province has this code: a scope that covers nothing. */
  static final DivisionCode NOWHERE = DivisionCode.of("99");

  /**
   * Someone without a token on a public path, for instance a resident with a tracking code: what
   * they hold, not who they are, is what lets them in.
   */
  public static Caller unnamed() {
    return new Caller("unnamed", Role.RESIDENT, NOWHERE, null);
  }

  /** Pseudonymous reference for journal and events: {@code role@division#mark}. */
  public String by() {
    return ActorRef.of(role, scope.value(), mark);
  }

  public boolean covers(DivisionCode division) {
    return scope.contains(division);
  }

  public boolean is(Role first, Role... others) {
    if (role == first) {
      return true;
    }
    for (var other : others) {
      if (role == other) {
        return true;
      }
    }
    return false;
  }

  /**
   * For handlers: 403 {@code out-of-scope} unless the division is covered. A rule refuses instead.
   */
  public void mustCover(DivisionCode division) {
    if (!covers(division)) {
      throw AccessException.outOfScope();
    }
  }
}
