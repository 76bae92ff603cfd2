package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.linli.testing.Reply;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a bank must not do, each with a code of its own, in one table: what somebody tries, and what
 * it is answered. Nothing is booked by any of it.
 */
class RefusalCodesOverHttpTest extends RefusalScene {

  private static Arguments row(
      String tries, int status, String code, @Nullable String field, Supplier<Reply> call) {
    return arguments(tries, status, code, field, call);
  }

  private static Arguments row(String tries, String code, Supplier<Reply> call) {
    return row(tries, 422, code, null, call);
  }

  /** The seven that issue 6 names come first. */
  Stream<Arguments> attempts() {
    return Stream.of(
        row("overdraft", "insufficient-balance", () -> gives("poor", "rich", "minutes", 21)),
        row(
            "double reversal, asked again",
            "already-reversed",
            () -> clerk("one").post("/bank/entries/" + reversed + "/reverse", "reason", "再撤")),
        row(
            "double reversal, confirmed again",
            "already-reversed",
            () -> clerk("two").post("/bank/reversals/" + reversed + "/confirm", Map.of())),
        row("points abroad", "foreign-community", () -> gives("giver", "abroad", "points", 1)),
        row(
            "minutes where nobody honours them",
            "foreign-community",
            () -> gives("giver", "abroad", "minutes", 1)),
        row("another signature", "forged-signature", () -> reads(kiosk, revoked)),
        row(
            "confirming oneself",
            "self-confirmation",
            () -> confirms(bank.resident(HERE, "worker"), other, "worker", 60)),
        row(
            "confirming one's own correction",
            "self-confirmation",
            () -> clerk("one").post("/bank/reversals/" + proposed + "/confirm", Map.of())),
        row(
            "giving above the other's cap",
            "account-cap",
            () -> gives("giver", "rich", "minutes", 1)),
        row("a minor alone", "minor-alone", () -> gives("child", "parent", "minutes", 1)),
        row("a minor without a guardian", "guardian-missing", () -> opens("orphan", 12)),
        row("a minor on patrol", "not-for-minors", () -> signsUp("child", patrol)),
        row("patrol without insurance", "insurance-missing", () -> signsUp("worker", patrol)),
        row("two passbooks", "account-known", () -> opens("poor", 40)),
        row(
            "another body under the key",
            409,
            "idempotency-conflict",
            null,
            () -> gives(keyed(), "giver", null, "minutes", 2)),
        row(
            "no key",
            400,
            "idempotency-key-required",
            null,
            () -> orders(bank.server.as("resident@" + HERE + "/buyer"), 1)),
        row("frozen", "account-frozen", () -> gives("frozen", null, "minutes", 1)),
        row("closed", "account-closed", () -> gives("left", null, "minutes", 1)),
        row(
            "minutes for what costs points",
            "units-never-convert",
            () -> orders(buyer(), 1, "unit", "minutes")),
        row("more than is there", "out-of-stock", () -> orders(buyer(), 3)),
        row("more than the quarter's", "quarter-limit", () -> orders(buyer(), 6)),
        row("an order that ended", "order-ended", () -> cancels(order)),
        row("another's order", 403, "not-yourself", null, () -> orders(clerk("one"), 1)),
        row(
            "another's passbook, by a clerk",
            403,
            "not-yourself",
            null,
            () -> gives(clerk("one"), "giver", "rich", "minutes", 1)),
        row(
            "another's passbook, by a neighbour",
            404,
            "not-found",
            null,
            () -> gives(bank.resident(HERE, "poor"), "giver", "rich", "minutes", 1)),
        row("a revoked kiosk", "device-revoked", () -> reads(revoked, null)),
        row("to a friend", "transfer-off", () -> gives("giver", "pal", "minutes", 1)),
        row(
            "to a stranger",
            "relation-not-recorded",
            () -> gives("giver", "stranger", "minutes", 1)),
        row("to oneself", "same-account", () -> gives("giver", "giver", "minutes", 1)),
        row(
            "another's pool",
            "foreign-community",
            () -> gives("giver", "pool-" + THERE, "minutes", 1)),
        row("too much a day", "transfer-day-limit", () -> gives("rich", null, "minutes", 601)),
        row(
            "two places at once",
            "overlapping-service",
            () -> confirms(organiser(), other, "worker", 60)),
        row(
            "confirming twice",
            "already-confirmed",
            () -> confirms(organiser(), activity, "worker", 60)),
        row(
            "longer than served",
            "longer-than-served",
            () -> confirms(organiser(), activity, "early", 31)),
        row(
            "granting oneself",
            403,
            "wrong-role",
            null,
            () -> granted(bank.resident(HERE, "poor"), "poor")),
        row("granting abroad", 403, "out-of-scope", null, () -> granted(bank.clerk(THERE), "poor")),
        row(
            "nothing at all",
            400,
            "invalid-fields",
            "amount",
            () -> gives("giver", "rich", "minutes", 0)));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("attempts")
  void what_must_not_be_has_its_code_and_books_nothing(
      String tries, int status, String code, @Nullable String field, Supplier<Reply> call) {
    List<Document> before = everything();
    Reply reply = call.get().problem(status, code);
    if (field != null) {
      reply.has("violations[0].field", field);
    }
    assertThat(everything()).as(tries).isEqualTo(before);
  }

  @Test
  void what_is_earned_above_the_cap_is_booked_and_runs_over_into_the_pool() {
    String account = accounts.get("full");
    int pool = bank.available(POOL, "minutes");
    confirms(organiser(), activity, "full", 30).ok();
    bank.resident(HERE, "full")
        .get("/bank/accounts/" + account + "/entries?unit=minutes")
        .ok()
        .has("items[1].reason", "service", "items[1].amount", 30, "items[1].balance", CAP + 20)
        .has("items[2].reason", "overflow", "items[2].amount", -20, "items[2].balance", CAP)
        .has("items[2].counter", "a:" + POOL);
    assertThat(bank.available(account, "minutes")).isEqualTo(CAP);
    assertThat(bank.available(POOL, "minutes")).isEqualTo(pool + 20);
  }
}
