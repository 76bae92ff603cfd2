package cn.linli.timebank.volunteering;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.Server.once;

import cn.linli.testing.Reply;
import cn.linli.testing.ServiceUnderTest;
import cn.linli.timebank.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people do in these tests; every command has a key of its own. */
record Acts(Server server) {

  static final String CLERK = "community-clerk@" + COMMUNITY;

  static String resident(String name) {
    return "resident@" + COMMUNITY + "/" + name;
  }

  String account(String name) {
    return server.opened(resident(name));
  }

  Reply post(String user, String path, Object... namesAndValues) {
    return once(server.as(user)).post("/bank" + path, ServiceUnderTest.json(namesAndValues));
  }

  Reply get(String user, String path) {
    return server.as(user).get("/bank" + path);
  }

  /** Began three hours ago and goes on for two more. */
  Reply published(String service, Object... more) {
    var body = new LinkedHashMap<String, Object>();
    body.put("division", COMMUNITY);
    body.put("title", "周末活动");
    body.put("service", service);
    body.put("startsAt", ago(180).toString());
    body.put("endsAt", ago(-120).toString());
    body.put("places", 5);
    body.putAll(ServiceUnderTest.json(more));
    return once(server.as(CLERK)).post("/bank/activities", body);
  }

  /** Signs up, comes and goes as the organiser wrote down. */
  void served(String activity, String name, String account, int fromAgo, int minutes) {
    post(resident(name), activity + "/sign-up", "account", account).ok();
    attended(activity, account, fromAgo, minutes);
  }

  void attended(String activity, String account, int fromAgo, int minutes) {
    checked(activity + "/check-in", account, fromAgo);
    checked(activity + "/check-out", account, fromAgo - minutes);
  }

  private void checked(String path, String account, int minutesAgo) {
    post(CLERK, path, "account", account, "at", ago(minutesAgo).toString(), "evidence", "签到表第三行")
        .ok();
  }

  static Instant ago(int minutes) {
    return Instant.now().minus(Duration.ofMinutes(minutes));
  }

  int minutes(String name, String account) {
    return get(resident(name), "/accounts/" + account).ok().at("minutes.posted").asInt();
  }

  static Map<String, Object> recorded() {
    return Map.of("evidence", "当面同意");
  }
}
