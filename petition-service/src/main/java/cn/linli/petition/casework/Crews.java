package cn.linli.petition.casework;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BUILDING_LEAD;
import static cn.linli.platform.access.Role.CITY_OFFICER;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.DEPARTMENT_OFFICER;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.access.Role.GRID_WORKER;
import static cn.linli.platform.access.Role.HOTLINE_OPERATOR;
import static cn.linli.platform.access.Role.INTEGRATOR;
import static cn.linli.platform.access.Role.RESIDENT;
import static cn.linli.platform.access.Role.STREET_OFFICER;

import cn.linli.platform.web.Roles;

/** Who takes part in what; scope and state are for the rules. */
public final class Crews {

  /** Who may file a request. */
  public static final Roles FILERS =
      Roles.by(
          RESIDENT,
          BUILDING_LEAD,
          GRID_WORKER,
          COMMUNITY_CLERK,
          STREET_OFFICER,
          DISTRICT_OFFICER,
          CITY_OFFICER,
          DEPARTMENT_OFFICER,
          HOTLINE_OPERATOR,
          INTEGRATOR);

  /** Who may have a request in hand. */
  public static final Roles HANDLERS =
      Roles.by(
          BUILDING_LEAD,
          GRID_WORKER,
          COMMUNITY_CLERK,
          STREET_OFFICER,
          DISTRICT_OFFICER,
          CITY_OFFICER,
          DEPARTMENT_OFFICER,
          INTEGRATOR);

  /** Organs that handle formal petitions; residents' committees are none, nor is the hotline. */
  public static final Roles OFFICES =
      Roles.by(STREET_OFFICER, DISTRICT_OFFICER, CITY_OFFICER, DEPARTMENT_OFFICER);

  /** Who allows more time: also the head of a department, in the formal regime. */
  public static final Roles HEADS =
      Roles.by(
          COMMUNITY_CLERK,
          STREET_OFFICER,
          DISTRICT_OFFICER,
          CITY_OFFICER,
          DEPARTMENT_OFFICER,
          HOTLINE_OPERATOR);

  /** Who hands requests on and decides what others ask for. */
  public static final Roles DISPATCHERS =
      Roles.by(COMMUNITY_CLERK, STREET_OFFICER, DISTRICT_OFFICER, CITY_OFFICER, HOTLINE_OPERATOR);

  /** Who may look back on a project and hand its defects over. */
  public static final Roles LOOK_BACK =
      Roles.by(COMMUNITY_CLERK, STREET_OFFICER, DISTRICT_OFFICER, CITY_OFFICER);

  /** Handlers and the desk: who may turn away what is nobody's. */
  public static final Roles HANDLERS_AND_DESK =
      Roles.by(
          GRID_WORKER,
          COMMUNITY_CLERK,
          STREET_OFFICER,
          DISTRICT_OFFICER,
          CITY_OFFICER,
          DEPARTMENT_OFFICER,
          INTEGRATOR,
          HOTLINE_OPERATOR);

  /** Who may ask a petitioner and close behind the gate. */
  public static final Roles VISITORS =
      Roles.by(
          GRID_WORKER,
          COMMUNITY_CLERK,
          STREET_OFFICER,
          DISTRICT_OFFICER,
          CITY_OFFICER,
          HOTLINE_OPERATOR);

  /** The petitioner, and who writes down what a petitioner said. */
  public static final Roles PETITIONERS = FILERS;

  /** Who says where a request belongs that nobody could place. */
  public static final Roles PLACERS = Roles.by(CITY_OFFICER, HOTLINE_OPERATOR, ADMIN);

  public static final Roles READERS =
      Roles.by(
          RESIDENT,
          BUILDING_LEAD,
          GRID_WORKER,
          COMMUNITY_CLERK,
          STREET_OFFICER,
          DISTRICT_OFFICER,
          CITY_OFFICER,
          DEPARTMENT_OFFICER,
          HOTLINE_OPERATOR,
          INTEGRATOR,
          AUDITOR,
          ADMIN);

  private Crews() {}
}
