package cn.linli.platform.access;

import cn.linli.events.WireName;
import java.util.Optional;

/** What a caller may be; claim {@code role} of the token. Source: outer contract, "roles". */
public enum Role implements WireName {
  RESIDENT,
  BUILDING_LEAD,
  GRID_WORKER,
  COMMUNITY_CLERK,
  STREET_OFFICER,
  DISTRICT_OFFICER,
  CITY_OFFICER,
  DEPARTMENT_OFFICER,
  HOTLINE_OPERATOR,
  MEDIATOR,
  COMMITTEE_HEAD,
  JUSTICE_OFFICER,
  COUNCIL_MEMBER,
  BANK_CLERK,
  AUDITOR,
  INTEGRATOR,
  DEVICE,
  ANALYST,
  ADMIN,
  /** Another service of the platform, by its own credential: never a person. */
  SERVICE;

  public static Optional<Role> ofWire(String wire) {
    for (var role : values()) {
      if (role.wire().equals(wire)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
