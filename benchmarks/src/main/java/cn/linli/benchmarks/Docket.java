package cn.linli.benchmarks;

import cn.linli.benchmarks.load.Load;
import cn.linli.benchmarks.load.Load.Call;
import cn.linli.benchmarks.load.Sample;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * A city's year of disputes (140,000 in Yantai in 2020): dockets, lists and the search for words
 * that one dispute in all has.
 */
final class Docket {

  private static final int DISPUTES_MAX = 140_000;
  private static final int FILERS = 64;
  private static final int READERS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final double GOAL_MILLIS = 200;

  private final Subject linli;
  private final Report report;
  private final long disputes;

  private Docket(Subject linli, Report report, long disputes) {
    this.linli = linli;
    this.report = report;
    this.disputes = disputes;
  }

  static void run(Path home, Report report, long stored) {
    long disputes = Math.min(stored, DISPUTES_MAX);
    report.title(
        "Dockets",
        "With %,d disputes filed over HTTP, all open, %d readers at once: first pages of 50, and searches for words that one dispute has. Goal: p95 ≤ %.0f ms."
            .formatted(disputes, READERS, GOAL_MILLIS));
    report.line(Sample.head());
    try (var linli = Subject.linli(home.resolve("docket"))) {
      new Docket(linli, report, disputes).run();
    }
  }

  private void run() {
    file();
    List<String> mediators =
        tokens(Town.COMMUNITIES, n -> "mediator@" + Town.community(n) + "/m" + n);
    List<String> streets = tokens(Town.STREETS, n -> "justice-officer@" + Town.street(n));
    String city = linli.token("justice-officer@3706");
    read("docket of a committee", n -> get("?mine=true", Town.of(mediators, n)));
    read("list of a street", n -> get("", Town.of(streets, n)));
    read("list of the city", n -> get("", city));
    read("list of the city, one kind", n -> get("?kind=loan", city));
    read("search in a community", n -> get(words(n), Town.of(mediators, n)));
    read("search in a street", n -> get(words(n), Town.of(streets, n)));
    read("search in the city", n -> get(words(n), city));
    read("search for nothing in the city", n -> get(query("无此一说"), city));
    read("search for common words in a street", n -> get(query("路灯"), Town.of(streets, n)));
    read("search for common words in the city", n -> get(query("路灯"), city));
  }

  private void file() {
    List<String> clerks = tokens(Town.COMMUNITIES, n -> "community-clerk@" + Town.community(n));
    try (var load = new Load(linli.mediationUrl(), FILERS)) {
      report.line(
          load.times(disputes, "filing", Load.once(n -> filing(Town.of(clerks, n), n))).row());
    }
  }

  private static Call filing(String clerk, long n) {
    return Requests.post(
        "/api/v1/disputes",
        clerk,
        """
        {"division":"%s","kind":"%s","title":"%d号院的纠纷","facts":"%s%s","source":"initiative",\
        "parties":[{"name":"张三","role":"applicant","type":"person"},{"name":"李四","role":"respondent","type":"person"}],\
        "claims":[{"by":"p1","against":["p2"],"content":"赔偿损失","amountFen":90000}]}\
        """
            .formatted(
                Town.community(n),
                n % 20 == 0 ? "loan" : "neighbours",
                n,
                Town.description(n),
                house(n)),
        201);
  }

  /** A word of its own for each dispute. */
  private static String house(long n) {
    return "门牌%06d".formatted(n);
  }

  private String words(long n) {
    return query(house(n * 7 % disputes));
  }

  private static String query(String words) {
    return "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private List<String> tokens(int count, LongFunction<String> user) {
    return IntStream.range(0, count).mapToObj(n -> linli.token(user.apply(n))).toList();
  }

  private void read(String name, LongFunction<Call> call) {
    try (var load = new Load(linli.mediationUrl(), READERS)) {
      load.during(WARM_UP, "warm-up", Load.once(call::apply));
      Sample sample = load.during(ROUND, name, Load.once(call::apply));
      report.line(sample.row());
      if (sample.millisAt(95) > GOAL_MILLIS) {
        report.after(String.format(Locale.ROOT, "%s: p95 %.1f ms.", name, sample.millisAt(95)));
      }
    }
  }

  private static Call get(String rest, String token) {
    return Requests.get("/api/v1/disputes" + rest, token);
  }
}
