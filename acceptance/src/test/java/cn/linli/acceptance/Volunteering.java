package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What scenarios do again and again with volunteers. */
final class Volunteering {

  private final String community;
  private final Person clerk;

  Volunteering(String community) {
    this.community = community;
    this.clerk = as("community-clerk@" + community);
  }

  Person clerk() {
    return clerk;
  }

  Person resident(String name) {
    return as("resident@" + community + "/" + name);
  }

  /** A command under {@code /bank}, with a key of its own. */
  static Reply post(Person person, String path, Object... namesAndValues) {
    return person.key(UUID.randomUUID().toString()).post("/bank" + path, json(namesAndValues));
  }

  /** A resident's own passbook. */
  String account(String name) {
    return post(
            resident(name),
            "/accounts",
            "holder",
            json("name", "王小一"),
            "kind",
            "person",
            "division",
            community)
        .created()
        .id();
  }

  /** Began three hours ago and goes on for two more; its path. */
  String published(Person organiser, String service, String title, Object... more) {
    var body =
        json(
            "division",
            community,
            "title",
            title,
            "service",
            service,
            "startsAt",
            ago(180).toString(),
            "endsAt",
            ago(-120).toString(),
            "places",
            20);
    body.putAll(json(more));
    return "/activities/"
        + organiser.key(UUID.randomUUID().toString()).post("/bank/activities", body).created().id();
  }

  /** Signs up, comes and goes as the clerk wrote down, and is confirmed. */
  void gave(String activity, String name, String account, int minutes) {
    post(resident(name), activity + "/sign-up", "account", account).ok();
    attended(activity, account, minutes);
    post(clerk, activity + "/confirm", "account", account, "minutes", minutes).ok();
  }

  /** A neighbour helps another, who pays with what they saved. */
  void exchanged(String name, String giver, String forName, String recipient, int minutes) {
    var need =
        post(
                resident(forName),
                "/needs",
                "account",
                recipient,
                "service",
                "help",
                "minutes",
                minutes,
                "until",
                ago(-2_000).toString(),
                "words",
                "请帮我取药")
            .created()
            .id();
    post(clerk, "/needs/" + need + "/audit").ok();
    var match =
        "/matches/"
            + post(resident(name), "/matches", "need", need, "provider", giver).created().id();
    post(resident(forName), match + "/agree").ok().has("status", "agreed");
    post(
            resident(name),
            match + "/deliver",
            "began",
            ago(minutes + 200).toString(),
            "ended",
            ago(200).toString())
        .ok();
    post(resident(forName), match + "/confirm", "minutes", minutes).ok().has("paid", minutes);
  }

  void attended(String activity, String account, int minutes) {
    seen(activity + "/check-in", account, minutes + 5);
    seen(activity + "/check-out", account, 5);
  }

  private void seen(String path, String account, int minutesAgo) {
    post(clerk, path, "account", account, "at", ago(minutesAgo).toString(), "evidence", "纸质签到表")
        .ok();
  }

  static Instant ago(int minutes) {
    return Instant.now().minus(Duration.ofMinutes(minutes));
  }

  int minutes(String name, String account) {
    return resident(name).get("/bank/accounts/" + account).ok().at("minutes.posted").asInt();
  }
}
