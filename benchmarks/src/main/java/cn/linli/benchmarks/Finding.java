package cn.linli.benchmarks;

import cn.linli.benchmarks.load.Load;
import cn.linli.benchmarks.load.Load.Call;
import cn.linli.benchmarks.load.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finding among all that is stored: a request by id, lists, the lists that people work from, and
 * what is like a request while it is typed.
 */
final class Finding {

  private static final int CONNECTIONS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-z]{26})\"");

  private Finding() {}

  static void run(Subject linli, Report report, long stored) {
    report.title(
        "Finding",
        "With %,d requests stored, %d at once: first pages of 50 in their order, the lists of %d community clerks and 12 streets, and `POST /petitions/similar` with 6 to 40 characters typed. Goal: p95 ≤ 100 ms."
            .formatted(stored, CONNECTIONS, Town.COMMUNITIES));
    report.line(Sample.head());
    String city = linli.token("hotline-operator@3706");
    List<String> clerks =
        tokens(linli, Town.COMMUNITIES, n -> "community-clerk@" + Town.community(n));
    List<String> streets = tokens(linli, Town.STREETS, n -> "street-officer@" + Town.street(n));
    List<String> ids = ids(linli, city);
    read(linli, report, "by id", n -> petitions("/" + Town.of(ids, n), city));
    read(linli, report, "list of the city", n -> petitions("", city));
    read(linli, report, "list of a street", n -> petitions("?division=" + Town.street(n), city));
    read(
        linli,
        report,
        "list of a community",
        n -> petitions("?division=" + Town.community(n), city));
    read(
        linli,
        report,
        "list of a street, open ones",
        n -> petitions("?status=submitted&division=" + Town.street(n), city));
    read(linli, report, "work list", n -> petitions("?mine=true", Town.of(clerks, n)));
    read(linli, report, "work list of a street", n -> petitions("?mine=true", Town.of(streets, n)));
    read(linli, report, "desk", n -> Requests.get("/api/v1/desk", Town.of(clerks, n)));
    read(linli, report, "visits", n -> Requests.get("/api/v1/visits", Town.of(clerks, n)));
    read(linli, report, "similar", n -> typed(city, n));
  }

  private static List<String> tokens(Subject linli, int count, LongFunction<String> user) {
    return IntStream.range(0, count).mapToObj(n -> linli.token(user.apply(n))).toList();
  }

  /** Of pages all over the city, so that not all of them are warm. */
  private static List<String> ids(Subject linli, String token) {
    var ids = new ArrayList<String>();
    try (var load = new Load(linli.serviceUrl(), 1)) {
      load.times(
          Town.COMMUNITIES,
          "ids",
          (n, step, before) -> {
            if (step == 0) {
              return petitions("?limit=50&division=" + Town.community(n), token);
            }
            ID.matcher(before).results().forEach(match -> ids.add(match.group(1)));
            return null;
          });
    }
    return ids;
  }

  private static void read(Subject linli, Report report, String name, LongFunction<Call> call) {
    try (var load = new Load(linli.serviceUrl(), CONNECTIONS)) {
      load.during(WARM_UP, "warm-up", Load.once(call::apply));
      Sample sample = load.during(ROUND, name, Load.once(call::apply));
      report.line(sample.row());
      if (sample.millisAt(95) > 100) {
        report.after(String.format(Locale.ROOT, "%s: p95 %.1f ms.", name, sample.millisAt(95)));
      }
    }
  }

  private static Call petitions(String rest, String token) {
    return Requests.get("/api/v1/petitions" + rest, token);
  }

  private static Call typed(String token, long n) {
    String whole = Town.description(n * 7);
    int typed = Math.min(whole.length(), 6 + (int) (n % 35));
    return Requests.post(
        "/api/v1/petitions/similar",
        token,
        """
        {"description":"%s","division":"%s","category":"%s"}\
        """
            .formatted(
                whole.substring(0, typed),
                Town.community(n),
                Town.of(Town.CATEGORIES, n * 7 / Town.COMMUNITIES)),
        200);
  }
}
