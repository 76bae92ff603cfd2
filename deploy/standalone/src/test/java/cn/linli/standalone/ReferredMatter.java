package cn.linli.standalone;

import static cn.linli.standalone.PatientClient.PATIENCE;

import java.time.Instant;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** One request that goes to mediation and comes back, told step by step through the gateway. */
final class ReferredMatter {

  static final String COMMUNITY = "370602003006";
  static final String CLERK = "community-clerk@" + COMMUNITY;
  static final String MEDIATOR = "mediator@" + COMMUNITY + "/apart";
  private static final String HEAD = "committee-head@" + COMMUNITY;
  private static final String RECORDED = "\"recordedOnBehalf\":{\"evidence\":\"当面笔录\"}";

  /** How it ends. */
  enum Way {
    SETTLED_AND_BROKEN,
    REFUSED,
    FAILED
  }

  /** Its name is its correlation id. */
  final String name;

  final Way way;
  private final PatientClient client;
  private final int port;
  private volatile String petition = "";
  private volatile String dispute = "";
  private volatile String agreement = "";

  ReferredMatter(String name, Way way, PatientClient client, int port) {
    this.name = name;
    this.way = way;
    this.client = client;
    this.port = port;
  }

  String petition() {
    return petition;
  }

  String dispute() {
    return dispute;
  }

  boolean isSettled() {
    return way == Way.SETTLED_AND_BROKEN;
  }

  /** Filed, referred, registered as a dispute and known to be taken. */
  void refer() {
    petition =
        "/petitions/"
            + post(
                    CLERK,
                    "/petitions",
                    """
                    {"kind":"appeal","channel":"window","title":"邻里纠纷 %s","description":"楼上漏水，请帮助调解。",\
                    "category":"neighbour-dispute","urgency":"normal","division":"%s"}\
                    """
                        .formatted(name, COMMUNITY))
                .at("/id")
                .asString();
    post(
        CLERK,
        petition + "/refer-to-mediation",
        """
        {"parties":[{"name":"王小一","role":"applicant"},{"name":"李小二","role":"respondent"}],"consents":true}
        """);
    awaitState("taken");
    dispute = "/disputes/" + get(CLERK, petition).at("/referral/counterpart").asString();
  }

  /** Agreed on in words; or refused, or left by one side, and back in hand. */
  void decide() {
    switch (way) {
      case REFUSED -> {
        post(MEDIATOR, dispute + "/refuse", "{\"code\":\"pending-elsewhere\"}");
        awaitState("returned");
      }
      case FAILED -> {
        post(MEDIATOR, dispute + "/accept", "{}");
        post(
            MEDIATOR,
            dispute + "/leave",
            "{\"reason\":\"不同意继续\",\"party\":\"p2\"," + RECORDED + "}");
        awaitState("returned");
      }
      case SETTLED_AND_BROKEN -> {
        post(MEDIATOR, dispute + "/accept", "{}");
        agreement =
            dispute
                + "/agreements/"
                + post(
                        MEDIATOR,
                        dispute + "/agreement",
                        """
                        {"form":"written","facts":"楼上漏水","issues":"赔偿数额","items":[{"obligor":"p2",\
                        "obligee":"p1","content":"赔偿损失","manner":"转账","due":"%s"}]}\
                        """
                            .formatted(Instant.now().plusSeconds(1)))
                    .at("/agreements/0/id")
                    .asString();
      }
    }
  }

  /** Every party, the mediator and the seal: effective, and the request is resolved. */
  void sign() {
    for (var party : new String[] {"p1", "p2"}) {
      post(MEDIATOR, agreement + "/sign", "{\"party\":\"%s\",%s}".formatted(party, RECORDED));
    }
    post(MEDIATOR, agreement + "/sign", "{}");
    post(HEAD, agreement + "/seal", "{}");
    awaitState("settled");
  }

  /** Not done when it was due: the request is open again. */
  void breach() {
    post(MEDIATOR, dispute + "/obligations/o1/miss", "{}");
    awaitState("broken");
  }

  private void awaitState(String state) {
    Awaitility.await(name + " is " + state)
        .atMost(PATIENCE)
        .until(() -> get(CLERK, petition).at("/referral/state").asString().equals(state));
  }

  private JsonNode get(String user, String path) {
    return client.get(port, user, path);
  }

  private JsonNode post(String user, String path, String body) {
    return client.post(port, user, path, name, body);
  }
}
