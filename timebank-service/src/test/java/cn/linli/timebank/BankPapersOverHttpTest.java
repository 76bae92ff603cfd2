package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements and certificates, for the holder and for others. */
class BankPapersOverHttpTest {

  @Test
  void a_volunteer_gets_statement_and_certificate_and_anybody_can_check_it() throws Exception {
    try (var bank = new Bank(new Server("papers", Clock.systemUTC()))) {
      bank.community(HERE, "certificateNoticeDays", 0);
      String elder = bank.account(HERE, "elder", "minutes", 100);
      String helper = bank.account(HERE, "李小四");
      Person holder = bank.resident(HERE, "李小四");
      String path = "/bank/certificates/" + helper;
      holder.get(path).refused("no-service-yet");
      serve(bank, "elder", elder, helper);

      byte[] pdf = holder.download(path + ".pdf").body();

      assertThat(Pictures.text(pdf))
          .contains("志愿服务记录证明", "李小四", "0小时40分", "水电维修", "大海阳社区", helper)
          .doesNotContain(Pictures.LACKING);
      Reply told =
          holder.get(path).ok().has("minutes", 40, "times", 1, "stars", 0, "kind", "certificate");
      assertThat(verifies(told)).isTrue();
      assertThat(told.text("text")).contains(helper, "李小四", told.text("number"));
      assertThat(Pictures.text(pdf)).contains(told.text("signature").substring(0, 30));
      Reply masked = bank.clerk(HERE).get(path).ok();
      assertThat(masked.text("text")).doesNotContain("李小四");
      bank.resident(HERE, "elder").get(path).problem(404, "not-found");
      bank.clerk(Bank.THERE).get(path).problem(403, "out-of-scope");
      statements(bank, elder);
    }
  }

  private static void statements(Bank bank, String elder) {
    Person holder = bank.resident(HERE, "elder");
    String path = "/bank/accounts/" + elder + "/statement";
    var pdf = holder.download(path + ".pdf");
    assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(Pictures.text(pdf.body()))
        .contains("存折对账单", "elder", "发放", "兑换·水电维修", "期末余额1006040")
        .doesNotContain(Pictures.LACKING);
    String csv = new String(holder.download(path + ".csv").body(), StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(3).last().asString().contains(",minutes,-60,40,0,issue:");
    String before =
        new String(
            holder.download(path + ".csv?from=2020-01-01&to=2020-12-31").body(),
            StandardCharsets.UTF_8);
    assertThat(before.lines()).hasSize(1);
    assertThat(Pictures.text(holder.download(path + ".pdf?from=2020-01-01&to=2020-12-31").body()))
        .contains("期初余额0", "期末余额000");
    holder.get(path + ".csv?from=2026-02-01&to=2026-01-01").refused("period-wrong");
    bank.resident(HERE, "李小四").get(path + ".csv").problem(404, "not-found");
  }

  static void serve(Bank bank, String name, String elder, String helper) {
    String repair = bank.reward(HERE, "service", "minutes", 60, "service", "repair");
    String order = bank.order(bank.resident(HERE, name), elder, repair, 1).created().id();
    Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    bank.clerk(HERE)
        .post(
            "/bank/orders/" + order + "/fulfil",
            Map.of(
                "deliveredBy",
                helper,
                "startedAt",
                end.minus(40, ChronoUnit.MINUTES).toString(),
                "endedAt",
                end.toString()))
        .ok();
  }

  static boolean verifies(Reply told) throws GeneralSecurityException {
    String pem = told.text("publicKey").replaceAll("-----[A-Z ]+-----|\\s", "");
    var key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(key);
    signature.update(told.text("text").getBytes(StandardCharsets.UTF_8));
    return signature.verify(Base64.getDecoder().decode(told.text("signature")));
  }
}
