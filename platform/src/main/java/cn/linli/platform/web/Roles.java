package cn.linli.platform.web;

import cn.linli.platform.access.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may call a route at all; scope and state are for the rule. */
public final class Roles {

  private final Set<Role> roles;
  private final boolean open;

  private Roles(Set<Role> roles, boolean open) {
    this.roles = roles;
    this.open = open;
  }

  public static Roles by(Role first, Role... others) {
    return new Roles(EnumSet.of(first, others), false);
  }

  /** Every role, but with a token. */
  public static Roles anyone() {
    return new Roles(EnumSet.allOf(Role.class), false);
  }

  /** No token needed: the path must be among the open ones of the access filter too. */
  public static Roles open() {
    return new Roles(Set.of(), true);
  }

  boolean isOpen() {
    return open;
  }

  boolean allow(Role role) {
    return roles.contains(role);
  }

  /** For the published contract. */
  List<String> wire() {
    return roles.size() == Role.values().length
        ? List.of()
        : roles.stream().map(Role::wire).toList();
  }
}
