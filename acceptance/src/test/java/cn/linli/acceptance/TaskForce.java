package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * 工作专班 of a street (report R5): the committees of two communities mediate jointly, and police, a
 * law firm and the justice office sit in it. Which seats a panel has there is configuration.
 */
final class TaskForce {

  static final String COMMUNITY = "370602003006";
  private static final String NEXT_COMMUNITY = "370602003005";
  static final String STREET = "370602003";
  private static final String DISTRICT = "370602";

  static final Person POLICE = as("mediator@370602003/dahaiyang-police-station");
  static final Person LAWYER = as("mediator@370602/law-firm-liu");
  static final Person OFFICE = as("mediator@370602003/justice-office");

  /** Ids on the roster. */
  final String police;

  final String lawyer;
  final String office;

  /** Works for the developer. */
  final String housesLawyer;

  /** Id of the joint committee. */
  final String committee;

  final Person head;

  private static final TaskForce ONE = new TaskForce();

  /** One for all scenarios of the run: a committee is registered once. */
  static TaskForce get() {
    return ONE;
  }

  private TaskForce() {
    var justice = as("justice-officer@" + DISTRICT);
    for (var partner : List.of(COMMUNITY, NEXT_COMMUNITY)) {
      justice.post("/committees", Mediators.committee(partner, "社区人民调解委员会")).created();
    }
    justice.post("/committees", joint(List.of(COMMUNITY))).refused("partners-missing");
    committee =
        justice.post("/committees", joint(List.of(COMMUNITY, NEXT_COMMUNITY))).created().id();
    head = as("committee-head@" + STREET + "/" + committee);
    police =
        member(
            justice,
            "赵警官",
            "mediator@370602003/dahaiyang-police-station",
            "police-officer",
            "dahaiyang-police-station");
    lawyer = member(justice, "刘律师", "mediator@370602/law-firm-liu", "lawyer", "law-firm-liu");
    office =
        member(
            justice,
            "孙所长",
            "mediator@370602003/justice-office",
            "justice-station",
            "justice-office");
    housesLawyer =
        member(justice, "钱律师", "mediator@370602/developers-lawyer", "lawyer", "developer-dayang");
    seats();
  }

  private static Map<String, Object> joint(List<String> partners) {
    return Mediators.committee(STREET, "危楼改造纠纷联合调解委员会", "kind", "joint", "partners", partners);
  }

  private String member(
      Person justice, String name, String account, String profession, String organisation) {
    return Mediators.acting(
        justice,
        committee,
        account,
        name,
        "grade",
        "invited",
        "divisions",
        List.of(STREET),
        "professions",
        List.of(profession),
        "organisation",
        organisation,
        "specialties",
        List.of("relocation"),
        "volunteer",
        false);
  }

  /** The community's own table: a panel there is police, law firm and justice office. */
  private static void seats() {
    var district = as("district-officer@" + DISTRICT);
    var path = "/config/mechanisms?division=" + COMMUNITY;
    var table = (ObjectNode) district.get(path).ok().at("table");
    var panel = (ObjectNode) table.at("/mechanisms/panel");
    panel.set(
        "seats",
        Person.JSON.valueToTree(
            List.of(seat("police-officer"), seat("lawyer"), seat("justice-station"))));
    panel.put("most", 3);
    panel.put("basis", "烟台毓璜顶街道工作专班：派出所、律师事务所、司法所各一名");
    district.post(path, table.toString()).ok().has("from", COMMUNITY);
  }

  private static Map<String, Object> seat(String profession) {
    return json("code", profession, "professions", List.of(profession));
  }
}
