package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Yantai: eighteen owners against a developer (report R5). Each claim is judged by itself; twelve
 * are settled by one agreement, six go on to court.
 */
class PartialSettlementScenario {

  private static final String COMMUNITY = "370602003006";
  private static final String[] TIERS = {COMMUNITY, "370602003", "370602", "3706"};
  private static final int OWNERS = 18;
  private static final int AGREE = 12;

  /** Found supported as a whole: the first eight; in part: the next six. */
  private static final int SUPPORTED = 8;

  private static final int SUPPORTED_IN_PART = 14;
  private static final String DEVELOPER = "p" + (OWNERS + 1);

  private final Person owner = as("resident@" + COMMUNITY + "/owner-" + UUID.randomUUID());
  private final Person mediator = as("mediator@" + COMMUNITY + "/partial-settlement");
  private final Person head = as("committee-head@" + COMMUNITY);

  @Test
  @Mechanism("R5-23")
  void twelve_of_eighteen_owners_agree_and_six_go_to_court() {
    var registered = Figures.of("disputes.registered", TIERS);
    var agreed = Figures.of("disputes.agreed", TIERS);
    var handedOver = Figures.of("disputes.handedOver", TIERS);
    var confirmed = Figures.of("disputes.confirmed", TIERS);
    long partlyBefore = Figures.figure("disputes.successRate", "3706").path("apart").asLong();

    String path = mediating();
    assessed(path);
    talkedOver(path);
    String agreement = path + "/agreements/" + partlyAgreed(path);
    mediator
        .post(path + "/hand-over", json("pathway", "litigation", "claims", rest()))
        .refused("consent-missing");
    mediator
        .post(
            path + "/hand-over",
            json("pathway", "litigation", "claims", rest(), "recordedOnBehalf", evidence()))
        .ok();
    var ended = mediator.get(path).ok().has("status", "effective");
    for (int i = 0; i < OWNERS; i++) {
      ended.has("claims[" + i + "].status", i < AGREE ? "settled" : "handed-over");
    }

    confirmed(agreement);
    owner
        .post(path + "/obligations/o1/perform", json("note", "收条"))
        .ok()
        .has("agreements[0].obligations[0].state", "performed", "status", "effective");
    registered.grewBy(1);
    agreed.grewBy(1);
    handedOver.grewBy(1);
    confirmed.grewBy(1);
    assertThat(Figures.figure("disputes.successRate", "3706").path("apart").asLong())
        .as("agreed on some of the claims: shown apart")
        .isEqualTo(partlyBefore + 1);
  }

  /** Filed by one of the owners; all others are on record with their consent. */
  private String mediating() {
    String path =
        "/disputes/" + owner.post("/disputes", Disputes.owners(COMMUNITY, OWNERS)).created().id();
    mediator.post(path + "/accept").ok();
    for (int i = 2; i <= OWNERS + 1; i++) {
      mediator.post(path + "/consent", Disputes.consent("p" + i, true)).ok();
    }
    mediator.get(path).ok().has("status", "mediating");
    return path;
  }

  /** 逐一评估: reasonable, reasonable in part, not reasonable, each with its reason. */
  private void assessed(String path) {
    for (int i = 1; i <= OWNERS; i++) {
      String supported = i <= SUPPORTED ? "yes" : i <= SUPPORTED_IN_PART ? "partly" : "no";
      mediator
          .post(
              path + "/claims/c" + i + "/assess",
              json("supported", supported, "reason", "对照租约和停工时间逐项核对"))
          .ok();
    }
    mediator.get(path).ok().has("claims[0].status", "open", "claims[17].status", "unsupported");
  }

  private void talkedOver(String path) {
    mediator.post(path + "/session", json("at", Instant.now().toString(), "venue", "社区会议室")).ok();
    var attendance = new ArrayList<Map<String, Object>>();
    for (int i = 1; i <= OWNERS + 1; i++) {
      attendance.add(json("who", "p" + i));
    }
    mediator
        .post(
            path + "/session/1/record",
            json("attendance", attendance, "course", "逐户核算停租天数", "result", "十二户达成一致"))
        .ok();
  }

  /** The developer pays twelve owners; all thirteen, the mediator and the committee put names. */
  private String partlyAgreed(String path) {
    var items = IntStream.rangeClosed(1, AGREE).mapToObj(i -> pays("p" + i)).toList();
    var words = json("form", "written", "facts", "楼房改造期间租金损失", "issues", "补偿数额", "items", items);
    words.put("claims", IntStream.rangeClosed(1, AGREE).mapToObj(i -> "c" + i).toList());
    mediator.post(path + "/agreement", words).refused("partial-not-said");
    words.put("partial", true);
    var drafted = mediator.post(path + "/agreement", words).ok().has("status", "mediating");
    String id = drafted.text("agreements[0].id");
    String agreement = path + "/agreements/" + id;
    owner.post(agreement + "/sign").ok();
    for (int i = 2; i <= AGREE; i++) {
      mediator.post(agreement + "/sign", onRecord("p" + i)).ok();
    }
    mediator.post(agreement + "/sign", onRecord("p13")).refused("not-bound");
    mediator.post(agreement + "/sign").ok();
    head.post(agreement + "/seal").ok().has("agreements[0].missing[0]", "party-signature-missing");
    mediator
        .post(agreement + "/sign", onRecord(DEVELOPER))
        .ok()
        .has("agreements[0].state", "effective", "status", "mediating");
    return id;
  }

  private void confirmed(String agreement) {
    var court = json("court", "芝罘区人民法院");
    owner.post(agreement + "/confirmation/apply", court).ok();
    mediator
        .post(agreement + "/confirmation/decide", json("confirmed", true))
        .refused("not-jointly-applied");
    for (int i = 2; i <= AGREE + 1; i++) {
      String party = i <= AGREE ? "p" + i : DEVELOPER;
      mediator
          .post(
              agreement + "/confirmation/apply",
              json("court", "芝罘区人民法院", "party", party, "recordedOnBehalf", evidence()))
          .ok();
    }
    as("justice-officer@370602")
        .post(agreement + "/confirmation/decide", json("confirmed", true))
        .ok()
        .has("agreements[0].confirmation.state", "confirmed");
  }

  private static List<String> rest() {
    return IntStream.rangeClosed(AGREE + 1, OWNERS).mapToObj(i -> "c" + i).toList();
  }

  private static Map<String, Object> pays(String owner) {
    return json(
        "obligor",
        DEVELOPER,
        "obligee",
        owner,
        "content",
        "补偿停租期间租金",
        "amountFen",
        2_400_000,
        "manner",
        "转账",
        "due",
        LocalDate.now().plusDays(30).toString());
  }

  private static Map<String, Object> onRecord(String party) {
    return json("party", party, "manner", "fingerprint", "recordedOnBehalf", evidence());
  }

  private static Map<String, Object> evidence() {
    return json("evidence", "当面签署的笔录");
  }
}
