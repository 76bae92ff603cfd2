package cn.linli.timebank.volunteering;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.BUILDING_LEAD;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.DEPARTMENT_OFFICER;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.access.Role.GRID_WORKER;
import static cn.linli.platform.access.Role.JUSTICE_OFFICER;
import static cn.linli.platform.access.Role.MEDIATOR;
import static cn.linli.platform.access.Role.STREET_OFFICER;

import cn.linli.platform.web.Roles;

/** Who takes part in what; scope and state are for the rules. */
public final class Crews {

  /** Who publishes activities and projects: whoever works in a community. */
  public static final Roles ORGANISERS =
      Roles.by(
          BANK_CLERK,
          COMMUNITY_CLERK,
          GRID_WORKER,
          BUILDING_LEAD,
          STREET_OFFICER,
          DISTRICT_OFFICER,
          DEPARTMENT_OFFICER,
          MEDIATOR,
          JUSTICE_OFFICER);

  /** The house of a place. */
  public static final Roles HOUSE =
      Roles.by(BANK_CLERK, COMMUNITY_CLERK, STREET_OFFICER, DISTRICT_OFFICER, ADMIN);

  private Crews() {}
}
