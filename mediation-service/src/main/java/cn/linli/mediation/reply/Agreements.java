package cn.linli.mediation.reply;

import cn.linli.mediation.casework.Terms;
import cn.linli.mediation.domain.Accords;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Agreement;
import cn.linli.mediation.domain.Confirmation;
import cn.linli.mediation.domain.Confirming;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Obligation;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How agreements are shown. Bounded: 30 agreements, 300 obligations, 100 visits in a dispute. */
public final class Agreements {

  private Agreements() {}

  /** What lies in the vault of them. */
  public static List<String> references(Dispute dispute) {
    var refs = new ArrayList<@Nullable String>();
    for (Agreement agreement : Accords.of(dispute).agreements()) {
      refs.add(agreement.factsRef());
      refs.add(agreement.issuesRef());
      refs.add(agreement.responsibilitiesRef());
      for (Obligation obligation : agreement.obligations()) {
        refs.add(obligation.termsRef());
        refs.add(obligation.noteRef());
      }
      agreement.visits().stream().map(Agreement.Visit::noteRef).forEach(refs::add);
      Confirmation court = agreement.confirmation();
      if (court != null) {
        Stream.of(court.courtRef(), court.caseRef(), court.reasonRef()).forEach(refs::add);
      }
    }
    return refs.stream().filter(Objects::nonNull).distinct().toList();
  }

  static List<AgreementReply> shown(
      Dispute dispute, Actor actor, Opened opened, WorkCalendar calendar) {
    return Accords.of(dispute).agreements().stream()
        .map(agreement ->
            isAnothers(agreement, dispute, actor)
                ? withoutTerms(agreement)
                : reply(agreement, dispute, opened, calendar))
        .toList();
  }

  /** A party reads what binds it; what others agreed on is theirs (人民调解法 §23, §31). */
  private static boolean isAnothers(Agreement agreement, Dispute dispute, Actor actor) {
    return !actor.handles(dispute)
        && dispute.parties().stream().anyMatch(actor::speaksFor)
        && dispute.parties().stream()
            .filter(actor::speaksFor)
            .noneMatch(it -> agreement.binds().contains(it.no()));
  }

  /** That there is one, between whom and about which claims: no word of it, no amount, no duty. */
  private static AgreementReply withoutTerms(Agreement agreement) {
    return new AgreementReply(
        agreement.id(),
        agreement.form(),
        agreement.state(),
        agreement.partial(),
        agreement.claims(),
        agreement.binds(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        agreement.draftedAt(),
        List.of(),
        agreement.sealedAt(),
        List.of(),
        agreement.effectiveAt(),
        null,
        null,
        List.of());
  }

  private static AgreementReply reply(
      Agreement agreement, Dispute dispute, Opened opened, WorkCalendar calendar) {
    String responsibilities = opened.text(agreement.responsibilitiesRef());
    Instant effectiveAt = agreement.effectiveAt();
    boolean drafted = agreement.state() == Agreement.State.DRAFTED;
    return new AgreementReply(
        agreement.id(),
        agreement.form(),
        agreement.state(),
        agreement.partial(),
        agreement.claims(),
        agreement.binds(),
        opened.text(agreement.factsRef()),
        opened.text(agreement.issuesRef()),
        responsibilities == null ? List.of() : List.of(responsibilities.split("\n")),
        agreement.obligations().stream().map(it -> owed(it, opened)).toList(),
        agreement.determines(),
        agreement.amount(),
        agreement.draftedAt(),
        agreement.signatures(),
        agreement.sealedAt(),
        drafted ? agreement.missing(dispute) : List.of(),
        effectiveAt,
        effectiveAt == null || !Confirming.isConfirmable(agreement)
            ? null
            : Confirming.until(effectiveAt, calendar),
        court(agreement.confirmation(), opened),
        agreement.visits().stream().map(it -> visited(it, opened)).toList());
  }

  private static AgreementReply.Owed owed(Obligation obligation, Opened opened) {
    Optional<Terms> terms = opened.read(obligation.termsRef(), Terms.class);
    return new AgreementReply.Owed(
        obligation.id(),
        obligation.obligor(),
        obligation.obligee(),
        terms.map(Terms::content).orElse(null),
        terms.map(Terms::amountFen).orElse(null),
        terms.map(Terms::manner).orElse(null),
        terms.map(Terms::place).orElse(null),
        obligation.due(),
        obligation.state(),
        obligation.settledAt(),
        opened.text(obligation.noteRef()),
        obligation.told().stream().sorted().toList());
  }

  private static AgreementReply.@Nullable Court court(
      @Nullable Confirmation confirmation, Opened opened) {
    return confirmation == null
        ? null
        : new AgreementReply.Court(
            opened.text(confirmation.courtRef()),
            confirmation.state(),
            confirmation.joined(),
            confirmation.appliedAt(),
            confirmation.decidedAt(),
            opened.text(confirmation.caseRef()),
            opened.text(confirmation.reasonRef()));
  }

  private static AgreementReply.Visited visited(Agreement.Visit visit, Opened opened) {
    return new AgreementReply.Visited(
        visit.party(),
        visit.performed(),
        visit.satisfied(),
        visit.again(),
        opened.text(visit.noteRef()),
        visit.at());
  }
}
