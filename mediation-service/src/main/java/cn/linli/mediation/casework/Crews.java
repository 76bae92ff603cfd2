package cn.linli.mediation.casework;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BUILDING_LEAD;
import static cn.linli.platform.access.Role.COMMITTEE_HEAD;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.DEPARTMENT_OFFICER;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.access.Role.GRID_WORKER;
import static cn.linli.platform.access.Role.INTEGRATOR;
import static cn.linli.platform.access.Role.JUSTICE_OFFICER;
import static cn.linli.platform.access.Role.MEDIATOR;
import static cn.linli.platform.access.Role.RESIDENT;
import static cn.linli.platform.access.Role.STREET_OFFICER;

import cn.linli.platform.web.Roles;

/** Who takes part in what; scope and state are for the rules. */
public final class Crews {

  /** Who may file a dispute. */
  public static final Roles FILERS =
      Roles.by(
          RESIDENT,
          BUILDING_LEAD,
          GRID_WORKER,
          COMMUNITY_CLERK,
          STREET_OFFICER,
          DISTRICT_OFFICER,
          DEPARTMENT_OFFICER,
          MEDIATOR,
          COMMITTEE_HEAD,
          JUSTICE_OFFICER,
          INTEGRATOR);

  /** Who may have a dispute in hand. */
  public static final Roles MEDIATORS = Roles.by(BUILDING_LEAD, MEDIATOR, COMMITTEE_HEAD);

  /** The same, and who guides them. */
  public static final Roles MEDIATORS_AND_GUIDES =
      Roles.by(BUILDING_LEAD, MEDIATOR, COMMITTEE_HEAD, JUSTICE_OFFICER);

  /** Parties, and who writes down what a party said. */
  public static final Roles PARTIES =
      Roles.by(RESIDENT, DEPARTMENT_OFFICER, INTEGRATOR, BUILDING_LEAD, MEDIATOR, COMMITTEE_HEAD);

  public static final Roles READERS =
      Roles.by(
          RESIDENT,
          BUILDING_LEAD,
          GRID_WORKER,
          COMMUNITY_CLERK,
          STREET_OFFICER,
          DISTRICT_OFFICER,
          DEPARTMENT_OFFICER,
          MEDIATOR,
          COMMITTEE_HEAD,
          JUSTICE_OFFICER,
          INTEGRATOR,
          AUDITOR,
          ADMIN);

  private Crews() {}
}
