package cn.linli.mediation.domain;

import cn.linli.events.mediation.HandOverEvent;
import cn.linli.events.mediation.HandOverEvent.HandOverReceipted;
import cn.linli.events.mediation.HandOverEvent.HandedOver;
import cn.linli.events.mediation.Pathway;
import cn.linli.platform.access.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a dispute went elsewhere, oldest first. */
public record HandOvers(List<HandOver> list) {

  /** Roles that act for a body that takes claims over. */
  private static final Role[] OF_BODIES = {
    Role.DEPARTMENT_OFFICER, Role.INTEGRATOR, Role.JUSTICE_OFFICER
  };

  /** Of one dispute; each names its claims, and a claim goes along a few pathways at most. */
  static final int HAND_OVERS_MAX = 100;

  static final HandOvers NONE = new HandOvers(List.of());

  public HandOvers {
    list = List.copyOf(list);
  }

  public static HandOvers of(Dispute dispute) {
    return Objects.requireNonNullElse(dispute.proceedings().handOvers(), NONE);
  }

  public Optional<HandOver> find(String no) {
    return list.stream().filter(it -> it.no().equals(no)).findFirst();
  }

  /**
   * Whether who acts may read what was sent and answer it: an officer of the body it was sent to,
   * whose place it lies in, until that body has sent it back.
   */
  public static boolean receives(Dispute dispute, String no, Actor actor) {
    return of(dispute)
        .find(no)
        .filter(it -> it.state() != null && !it.isRejected())
        .filter(it -> it.body().equals(actor.organisation()))
        .filter(it -> Stream.of(OF_BODIES).anyMatch(actor::is))
        .filter(it -> actor.covers(dispute.filed().division()))
        .isPresent();
  }

  /** The latest that a claim went along and that was not sent back. */
  Optional<HandOver> holding(String claim) {
    return list.stream()
        .filter(it -> !it.isRejected() && it.claims().contains(claim))
        .reduce((earlier, later) -> later);
  }

  /** Whether a claim was with a body of that kind before, whatever that body did with it. */
  boolean wereAt(Pathway pathway, String claim) {
    return list.stream().anyMatch(it -> it.pathway() == pathway && it.claims().contains(claim));
  }

  String nextNo() {
    return "h" + (list.size() + 1);
  }

  static Dispute apply(Dispute now, HandOverEvent event, Instant at) {
    return switch (event) {
      case HandedOver it -> handedOver(now, it, at);
      case HandOverReceipted it -> receipted(now, it, at);
    };
  }

  /** A settled claim stays settled: a deed only makes what was agreed enforceable. */
  private static Dispute handedOver(Dispute now, HandedOver it, Instant at) {
    List<Claim.Status> before =
        it.claims().stream().map(no -> now.claim(no).orElseThrow().status()).toList();
    var more = new ArrayList<>(of(now).list);
    more.add(HandOver.of(it, before, at));
    Dispute next = now.with(now.proceedings().with(new HandOvers(more)));
    return it.pathway() == Pathway.NOTARY ? next : moved(next, it.claims());
  }

  private static Dispute moved(Dispute dispute, List<String> claims) {
    Dispute next = dispute;
    for (String claim : claims) {
      next = next.changeClaim(claim, it -> it.with(Claim.Status.HANDED_OVER));
    }
    return next;
  }

  private static Dispute receipted(Dispute now, HandOverReceipted it, Instant at) {
    var receipt = new HandOver.Receipt(it.state(), at, it.noteRef());
    List<HandOver> list =
        of(now).list.stream()
            .map(each -> each.no().equals(it.handOver()) ? each.plus(receipt) : each)
            .toList();
    Dispute next = now.with(now.proceedings().with(new HandOvers(list)));
    HandOver changed = of(next).find(it.handOver()).orElseThrow();
    return changed.isRejected() ? restored(next, changed) : next;
  }

  private static Dispute restored(Dispute dispute, HandOver rejected) {
    Dispute next = dispute;
    for (int i = 0; i < rejected.claims().size(); i++) {
      Claim.Status before = rejected.before().get(i);
      next = next.changeClaim(rejected.claims().get(i), it -> it.with(before));
    }
    return next;
  }
}
