package cn.linli.platform.web;

import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Session;
import java.util.Optional;

/** Whether someone may call a route at all. */
final class Admission {

  private Admission() {}

  static Caller check(Roles roles, Optional<Session> session) {
    if (roles.isOpen()) {
      return session.map(Session::caller).orElseGet(Caller::unnamed);
    }
    Caller caller = session.orElseThrow(AccessException::unauthenticated).caller();
    if (!roles.allow(caller.role())) {
      throw AccessException.wrongRole();
    }
    return caller;
  }
}
