package cn.linli.gateway.views.figures;

import static cn.linli.gateway.views.figures.DisputeRule.each;
import static cn.linli.gateway.views.figures.DisputeRule.on;

import cn.linli.events.mediation.DisputeEvent.DisputeConcluded;
import cn.linli.events.mediation.DisputeEvent.DisputeRegistered;
import cn.linli.events.mediation.DisputeOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Disputes that came in and how their mediation ended. Each ends once; what was agreed on some
 * claims only is shown apart. Source: domain rules §5.4.
 */
final class Disputes {

  private static final Count REGISTERED = Count.of("registered");
  private static final Count CONCLUDED = Count.of("concluded");
  private static final Count AGREED = Count.of("agreed");
  private static final Count PARTLY_AGREED = Count.of("partlyAgreed");
  private static final Count FAILED = Count.of("failed");
  private static final Count REFUSED = Count.of("refused");
  private static final Count WITHDRAWN = Count.of("withdrawn");
  private static final Count HAD_SESSION = Count.of("hadSession");
  private static final Count AT_FIRST_SESSION = Count.of("atFirstSession");

  static final List<DisputeRule<?>> RULES =
      List.of(
          each(REGISTERED, DisputeRegistered.class),
          each(CONCLUDED, DisputeConcluded.class),
          concluded(AGREED, it -> it.outcome() == DisputeOutcome.AGREED && !it.partial()),
          concluded(PARTLY_AGREED, it -> it.outcome() == DisputeOutcome.AGREED && it.partial()),
          concluded(FAILED, it -> it.outcome() == DisputeOutcome.FAILED),
          concluded(REFUSED, it -> it.outcome() == DisputeOutcome.REFUSED),
          concluded(WITHDRAWN, it -> it.outcome() == DisputeOutcome.WITHDRAWN),
          concluded(HAD_SESSION, it -> it.sessions() > 0),
          concluded(
              AT_FIRST_SESSION,
              it ->
                  it.sessions() > 0
                      && it.outcome() == DisputeOutcome.AGREED
                      && it.atFirstSession()));

  static final Figure REGISTERED_FIGURE =
      Figure.count(
          "disputes.registered",
          "登记纠纷",
          "Disputes registered",
          "期内登记的纠纷件数，含由诉求、法院、公安转来的；未成案的转介不计",
          "disputes registered in the period, those referred by requests, courts and police included;"
              + " a referral that became no dispute does not count",
          List.of(REGISTERED),
          new Figure.CaseFilter(null, false),
          sums -> sums.in(REGISTERED));

  static final Figure CONCLUDED_FIGURE =
      count(
          "concluded",
          "调解终结",
          "Mediations ended",
          "期内调解终结的纠纷件数，不论结果",
          "disputes whose mediation ended in the period, whatever its outcome",
          CONCLUDED,
          "effective,performed,breached,closed,failed,refused,withdrawn");

  static final Figure AGREED_FIGURE =
      Figure.count(
          "disputes.agreed",
          "调解成功",
          "Disputes agreed",
          "期内以调解协议终结的纠纷件数：书面协议生效或口头协议记录；含部分达成协议的",
          "disputes whose mediation ended in the period with an agreement, written and effective or"
              + " oral and recorded; agreements on some of the claims included",
          List.of(AGREED, PARTLY_AGREED),
          new Figure.CaseFilter("effective,performed,breached,closed", false),
          sums -> sums.in(AGREED) + sums.in(PARTLY_AGREED));

  static final Figure FAILED_FIGURE =
      count(
          "failed",
          "调解不成",
          "Disputes not agreed",
          "期内调解不成而终结的纠纷件数",
          "disputes whose mediation ended in the period without an agreement",
          FAILED,
          "failed");

  static final Figure REFUSED_FIGURE =
      count(
          "refused",
          "未予调解",
          "Disputes refused",
          "期内未予受理或当事人不同意调解的纠纷件数",
          "disputes that a committee refused, or whose parties refused to be mediated, in the period",
          REFUSED,
          "refused");

  static final Figure WITHDRAWN_FIGURE =
      count(
          "withdrawn",
          "撤回",
          "Disputes withdrawn",
          "期内申请人撤回的纠纷件数",
          "disputes that their applicants withdrew in the period",
          WITHDRAWN,
          "withdrawn");

  static final Figure SUCCESS_RATE =
      Figure.ratio(
          "disputes.successRate",
          "调解成功率",
          "Success rate",
          "期内全部达成协议（含口头）的纠纷 ÷（期内调解终结的 − 未予调解的）；部分达成协议的留在分母、单列，撤回的在分母内，未予调解的件数同时公布",
          "disputes agreed as a whole, oral agreements included ÷ (disputes whose mediation ended in"
              + " the period − those refused); agreements on some of the claims stay in the denominator"
              + " and are listed apart, withdrawn ones stay in it too, and how many were refused is"
              + " always shown with it",
          null,
          List.of(AGREED, PARTLY_AGREED, CONCLUDED, REFUSED),
          null,
          sums ->
              Figure.Result.ratio(
                      sums.in(AGREED),
                      sums.in(CONCLUDED) - sums.in(REFUSED),
                      sums.in(PARTLY_AGREED))
                  .excluding(Map.of("refused", sums.in(REFUSED))));

  static final Figure FIRST_SESSION_RATE =
      Figure.ratio(
          "disputes.firstSessionRate",
          "一次调解成功率",
          "Agreed at the first session",
          "期内终结、第一次调解会即达成协议的纠纷 ÷ 期内终结、开过调解会的纠纷；未予调解和撤回的件数同时公布",
          "disputes ended in the period that were agreed at the first session ÷ disputes ended in the"
              + " period that had a session; how many were refused and withdrawn is shown with it",
          null,
          List.of(AT_FIRST_SESSION, HAD_SESSION, REFUSED, WITHDRAWN),
          null,
          sums ->
              Figure.Result.ratio(sums.in(AT_FIRST_SESSION), sums.in(HAD_SESSION))
                  .excluding(
                      new TreeMap<>(
                          Map.of("refused", sums.in(REFUSED), "withdrawn", sums.in(WITHDRAWN)))));

  private Disputes() {}

  private static DisputeRule<DisputeConcluded> concluded(
      Count count, Predicate<DisputeConcluded> counts) {
    return on(count, DisputeConcluded.class, (event, today) -> counted(counts, event, today));
  }

  private static @Nullable LocalDate counted(
      Predicate<DisputeConcluded> counts, DisputeConcluded event, LocalDate today) {
    return counts.test(event) ? today : null;
  }

  private static Figure count(
      String code,
      String nameZh,
      String nameEn,
      String formulaZh,
      String formulaEn,
      Count count,
      String statuses) {
    return Figure.count(
        "disputes." + code,
        nameZh,
        nameEn,
        formulaZh,
        formulaEn,
        List.of(count),
        new Figure.CaseFilter(statuses, false),
        sums -> sums.in(count));
  }
}
