package cn.linli.benchmarks;

import cn.linli.benchmarks.load.Load;
import cn.linli.benchmarks.load.Load.Call;
import cn.linli.benchmarks.load.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Finding among all that is stored: what is like a request while it is typed, and the lists that
 * people work from. Of what is stored one in fifty is still open, over 72 communities of 12 streets
 * and the last 170 days, in the words of some hundred different matters.
 */
final class Finding {

  private static final int CONNECTIONS = 8;
  private static final int COMMUNITIES = 72;
  private static final int DAYS = 170;
  private static final int OPEN_ONE_IN = 50;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration ROUND = Duration.ofSeconds(20);

  private static final List<String> CATEGORIES =
      List.of("street-lighting", "parking", "sanitation", "noise", "property-management");
  private static final List<String> PLACES =
      List.of("小区东门", "三号楼二单元", "菜市场北侧", "幼儿园门口", "地下车库入口", "健身广场旁");
  private static final List<String> MATTERS =
      List.of(
          "路灯已经坏了三天，夜里看不清路，老人容易摔倒",
          "有车辆长期占用消防通道，多次联系无人处理",
          "垃圾清运不及时，气味很大，蚊蝇很多",
          "夜间施工噪音扰民，影响孩子上学休息",
          "物业不开放公共车位，业主无处停车");
  private static final List<String> WISHES =
      List.of("请尽快派人处理", "希望有关部门核实", "请给一个明确的时间", "已经反映过两次，一直没有结果");

  private Finding() {}

  static void similar(Path home, Report report, long stored) {
    report.title(
        "Similar while typing",
        "`POST /petitions/similar` with 6 to 40 characters typed, %d at once, %,d requests stored."
            .formatted(CONNECTIONS, stored));
    report.line(Sample.head());
    try (var linli = Subject.linli(home.resolve("similar"))) {
      Fill.with(linli, stored, Finding::row);
      String desk = linli.token("hotline-operator@370602");
      read(linli, report, "similar", n -> typed(desk, n));
    }
  }

  static void workList(Path home, Report report, long stored) {
    report.title(
        "Work lists",
        "The lists of 72 community clerks and 12 streets, %d at once, %,d requests stored."
            .formatted(CONNECTIONS, stored));
    report.line(Sample.head());
    try (var linli = Subject.linli(home.resolve("worklist"))) {
      Fill.with(linli, stored, Finding::row);
      List<String> clerks =
          IntStream.range(0, COMMUNITIES)
              .mapToObj(n -> linli.token("community-clerk@" + community(n)))
              .toList();
      List<String> streets =
          IntStream.range(0, 12)
              .mapToObj(n -> linli.token("street-officer@" + community(n).substring(0, 9)))
              .toList();
      read(linli, report, "mine", n -> Requests.get("/api/v1/petitions?mine=true", of(clerks, n)));
      read(
          linli,
          report,
          "mine, street",
          n -> Requests.get("/api/v1/petitions?mine=true", of(streets, n)));
      read(linli, report, "desk", n -> Requests.get("/api/v1/desk", of(clerks, n)));
      read(linli, report, "visits", n -> Requests.get("/api/v1/visits", of(clerks, n)));
    }
  }

  private static String of(List<String> tokens, long n) {
    return tokens.get((int) (n % tokens.size()));
  }

  private static void read(Subject linli, Report report, String name, LongFunction<Call> call) {
    try (var load = new Load(linli.serviceUrl(), CONNECTIONS)) {
      load.during(WARM_UP, "warm-up", Load.once(call));
      Sample sample = load.during(ROUND, name, Load.once(call));
      report.line(sample.row());
      report.after(
          String.format(
              Locale.ROOT, "%s: p95 **%.1f ms**, goal ≤ 100 ms.", name, sample.millisAt(95)));
    }
  }

  private static Call typed(String token, long n) {
    String whole = description(n * 7);
    int typed = Math.min(whole.length(), 6 + (int) (n % 35));
    return Requests.post(
        "/api/v1/petitions/similar",
        token,
        """
        {"description":"%s","division":"%s","category":"%s"}\
        """
            .formatted(
                whole.substring(0, typed), community(n), of(CATEGORIES, n * 7 / COMMUNITIES)),
        200);
  }

  private static String community(long n) {
    return "370602%03d%03d".formatted(1 + n % 12, 1 + n / 12 % 6);
  }

  private static String description(long n) {
    return of(PLACES, n / 3) + of(MATTERS, n / COMMUNITIES) + "，" + of(WISHES, n / 11) + "。";
  }

  private static String row(long n) {
    LocalDate day = LocalDate.now().minusDays(2 + n % DAYS);
    String answer =
        n % OPEN_ONE_IN == 0
            ? ""
            : ",\"repliedAt\":\"%s\",\"result\":\"已处理完毕并告知反映人。\"".formatted(day.plusDays(1));
    return """
    {"externalId":"find-%d","submittedAt":"%sT08:%02d:00+08:00","title":"%s","description":"%s","division":"%s","category":"%s","channel":"hotline","kind":"complaint"%s}
    """
        .formatted(
            n,
            day,
            n % 60,
            of(PLACES, n / 3) + "的问题",
            description(n),
            community(n),
            of(CATEGORIES, n / COMMUNITIES),
            answer);
  }
}
