package cn.linli.benchmarks;

import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.DivisionTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a full base holds: over 71 communities of 12 streets, all that exist of the first six of
 * each, and the last 170 days, in the words of some hundred different matters; one in fifty is
 * still open.
 */
final class Town {

  private static final String DISTRICT = "370602";
  private static final int COMMUNITIES_OF_A_STREET = 6;
  private static final List<String> CODES = codes();

  static final int COMMUNITIES = CODES.size();
  static final int STREETS = 12;
  private static final int DAYS = 170;
  private static final int OPEN_ONE_IN = 50;

  static final List<String> CATEGORIES =
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

  private Town() {}

  /** The n-th of a list, round and round. */
  static String of(List<String> all, long n) {
    return all.get((int) (n % all.size()));
  }

  static String street(long n) {
    return community(n).substring(0, 9);
  }

  static String community(long n) {
    return of(CODES, n);
  }

  /** The first of each street, then the second of each, and so on: of shipped divisions. */
  private static List<String> codes() {
    var tree = DivisionTree.shipped();
    var streets = tree.children(DivisionCode.of(DISTRICT));
    var codes = new ArrayList<String>();
    for (int i = 0; i < COMMUNITIES_OF_A_STREET; i++) {
      for (var street : streets) {
        var communities = tree.children(street.code());
        if (i < communities.size()) {
          codes.add(communities.get(i).code().value());
        }
      }
    }
    return List.copyOf(codes);
  }

  static String description(long n) {
    return of(PLACES, n / 3) + of(MATTERS, n / COMMUNITIES) + "，" + of(WISHES, n / 11) + "。";
  }

  /** The n-th row as NDJSON, with its end of line. */
  static String row(long n) {
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
