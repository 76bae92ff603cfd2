package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.DisputeEvent.MediationFailed;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.HandOverEvent.HandOverReceipted;
import cn.linli.events.mediation.HandOverEvent.HandedOver;
import cn.linli.events.mediation.Pathway;
import cn.linli.events.mediation.ReceiptState;
import cn.linli.mediation.domain.HandOverCommand.Bundle;
import cn.linli.mediation.domain.HandOverCommand.HandOverClaims;
import cn.linli.mediation.domain.HandOverCommand.RecordReceipt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which claims may go where, who may send them there, and what is heard of them. */
class HandOverTest {

  private static final String COURT = "people-court";
  private static final Bundle BUNDLE =
      new Bundle(3, Instant.parse("2026-01-05T02:00:00Z"), "a".repeat(64), "b".repeat(64), "names");

  private static HandOverClaims to(Pathway pathway, @Nullable String wish, String... claims) {
    return new HandOverClaims(
        pathway, COURT, List.of(claims), false, null, wish, List.of(), BUNDLE);
  }

  private static HandOverClaims court(String... claims) {
    return to(Pathway.LITIGATION, "wish", claims);
  }

  private static RecordReceipt heard(ReceiptState state) {
    return new RecordReceipt("h1", state, null, null);
  }

  private static Scene mediating(DisputeKind kind) {
    return start()
        .by(FILER, draft().kind(kind).claims(2).register())
        .by(MEDIATOR, new DisputeCommand.Accept(null, number(1)))
        .by(MEDIATOR, new DisputeCommand.Answer(recorded("p2"), true))
        .accepted();
  }

  private static Scene mediatingTwo() {
    return mediating(DisputeKind.NEIGHBOURS);
  }

  @Test
  void a_claim_goes_on_elsewhere_and_the_others_stay() {
    var scene = mediatingTwo().by(MEDIATOR, court("c1"));
    var event = scene.event(HandedOver.class);
    assertThat(event.handOver()).isEqualTo("h1");
    assertThat(event.manifestSha256()).isEqualTo(BUNDLE.manifestSha256());
    assertThat(scene.events()).hasSize(1);
    assertThat(scene.state().claim("c1").orElseThrow().status())
        .isEqualTo(Claim.Status.HANDED_OVER);
    assertThat(scene.state().claim("c2").orElseThrow().status()).isEqualTo(Claim.Status.OPEN);
    assertThat(scene.state().status()).isEqualTo(Status.MEDIATING);
  }

  @Test
  void mediation_ends_with_the_last_claim() {
    var scene = mediatingTwo().by(MEDIATOR, court("c1", "c2"));
    assertThat(scene.event(MediationFailed.class).code()).isEqualTo("handed-over");
    assertThat(scene.state().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void a_party_sends_its_own_claims_and_a_mediator_what_somebody_wished() {
    mediatingTwo().by(FILER, to(Pathway.LITIGATION, null, "c1")).accepted();
    mediatingTwo()
        .by(MEDIATOR, to(Pathway.LITIGATION, null, "c1"))
        .refused("consent-missing")
        .by(OTHER, to(Pathway.LITIGATION, null, "c1"))
        .refused("not-a-party");
    start()
        .by(FILER, draft().claims(1).claim("p2", "p1").register())
        .by(MEDIATOR, new DisputeCommand.Accept(null, number(1)))
        .by(MEDIATOR, new DisputeCommand.Answer(recorded("p2"), true))
        .by(FILER, to(Pathway.LITIGATION, null, "c2"))
        .refused("not-your-claim");
  }

  @Test
  void the_same_is_not_sent_twice() {
    mediatingTwo()
        .by(MEDIATOR, court("c1"))
        .accepted()
        .by(MEDIATOR, court("c1"))
        .refused("already-handed-over")
        .by(MEDIATOR, court("c9"))
        .refused("unknown-claim")
        .by(MEDIATOR, to(Pathway.GOVERNMENT, "wish", "c1"))
        .refused("claim-not-open");
  }

  @Test
  void before_mediation_there_is_nothing_to_hand_over() {
    registered().by(FILER, to(Pathway.LITIGATION, null, "c1")).refused("not-yet-mediated");
    consenting().by(FILER, to(Pathway.LITIGATION, null, "c1")).refused("not-yet-mediated");
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "family,          arbitration,     not-arbitrable",
    "inheritance,     arbitration,     not-arbitrable",
    "homestead,       arbitration,     not-arbitrable",
    "loan,            arbitration,     arbitration-agreement-missing",
    "labour,          arbitration,     ok",
    "land,            arbitration,     ok",
    "labour,          litigation,      arbitration-first",
    "labour,          government,      not-for-government",
    "neighbours,      government,      ok",
    "land,            adjudication,    ok",
    "homestead,       adjudication,    ok",
    "environment,     adjudication,    ok",
    "loan,            adjudication,    not-for-adjudication",
    "neighbours,      reconsideration, not-reviewable",
    "relocation,      reconsideration, act-day-missing",
    "neighbours,      settlement,      ok",
    "medical,         mediation,       ok",
    "traffic,         litigation,      ok",
    "family,          litigation,      ok",
    "loan,            notary,          claim-not-settled"
  })
  void what_may_go_where(String kind, String pathway, String answer) {
    var scene = mediating(DisputeKind.valueOf(kind.replace('-', '_').toUpperCase()));
    scene.by(MEDIATOR, to(Pathway.valueOf(pathway.toUpperCase()), "wish", "c1"));
    if (answer.equals("ok")) {
      scene.accepted();
    } else {
      scene.refused(answer);
    }
  }

  @ParameterizedTest
  @EnumSource(DisputeKind.class)
  void a_court_and_a_settlement_are_open_to_every_kind(DisputeKind kind) {
    assertThat(Pathways.of(kind)).contains(Pathway.LITIGATION, Pathway.SETTLEMENT);
  }

  @Test
  void arbitration_needs_an_agreement_of_the_parties() {
    mediating(DisputeKind.LOAN)
        .by(
            MEDIATOR,
            new HandOverClaims(
                Pathway.ARBITRATION,
                "arbitration",
                List.of("c1"),
                true,
                null,
                "wish",
                List.of(),
                BUNDLE))
        .accepted();
  }

  @ParameterizedTest(name = "known on {0}: {1}")
  @CsvSource({"2025-11-07, ok", "2025-11-05, reconsideration-too-late"})
  void an_act_is_reviewed_within_sixty_days(LocalDate known, String answer) {
    var scene =
        mediating(DisputeKind.RELOCATION)
            .by(
                MEDIATOR,
                new HandOverClaims(
                    Pathway.RECONSIDERATION,
                    "district-government",
                    List.of("c1"),
                    false,
                    known,
                    "wish",
                    List.of(),
                    BUNDLE));
    if (answer.equals("ok")) {
      scene.accepted();
    } else {
      scene.refused(answer);
    }
  }

  @Test
  void a_labour_claim_goes_to_arbitration_and_then_to_court() {
    mediating(DisputeKind.LABOUR)
        .by(MEDIATOR, to(Pathway.ARBITRATION, "wish", "c1"))
        .accepted()
        .by(MEDIATOR, court("c1"))
        .accepted()
        .by(MEDIATOR, to(Pathway.ARBITRATION, "wish", "c1"))
        .refused("already-handed-over");
  }

  @Test
  void receipts_come_in_order() {
    var scene =
        mediatingTwo()
            .by(MEDIATOR, court("c1"))
            .by(MEDIATOR, heard(ReceiptState.RECEIVED))
            .refused("receipt-out-of-order")
            .by(OTHER, heard(ReceiptState.SENT))
            .refused("not-the-mediators")
            .by(MEDIATOR, heard(ReceiptState.SENT))
            .then(new HandOverReceipted("h1", ReceiptState.SENT, null))
            .by(MEDIATOR, heard(ReceiptState.SENT))
            .refused("receipt-recorded")
            .by(MEDIATOR, heard(ReceiptState.RECEIVED))
            .accepted()
            .by(MEDIATOR, heard(ReceiptState.ACCEPTED))
            .accepted()
            .by(MEDIATOR, heard(ReceiptState.REJECTED))
            .refused("receipt-out-of-order")
            .by(MEDIATOR, new RecordReceipt("h2", ReceiptState.SENT, null, null))
            .refused("unknown-hand-over");
    assertThat(HandOvers.of(scene.state()).list().getFirst().state())
        .isEqualTo(ReceiptState.ACCEPTED);
  }

  @Test
  void whoever_has_another_bundle_is_told_so() {
    mediatingTwo()
        .by(MEDIATOR, court("c1"))
        .by(MEDIATOR, heard(ReceiptState.SENT))
        .by(MEDIATOR, new RecordReceipt("h1", ReceiptState.RECEIVED, null, "b".repeat(64)))
        .refused("manifest-differs")
        .by(MEDIATOR, new RecordReceipt("h1", ReceiptState.RECEIVED, null, BUNDLE.manifestSha256()))
        .accepted();
  }

  @Test
  void what_is_rejected_may_go_elsewhere() {
    var scene =
        mediatingTwo()
            .by(MEDIATOR, court("c1"))
            .by(MEDIATOR, heard(ReceiptState.SENT))
            .by(MEDIATOR, heard(ReceiptState.REJECTED))
            .accepted();
    assertThat(scene.state().claim("c1").orElseThrow().status()).isEqualTo(Claim.Status.OPEN);
    scene.by(MEDIATOR, court("c1")).accepted();
    assertThat(scene.event(HandedOver.class).handOver()).isEqualTo("h2");
  }
}
