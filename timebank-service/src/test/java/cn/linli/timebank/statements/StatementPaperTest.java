package cn.linli.timebank.statements;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.paper.Printer;
import cn.linli.timebank.Pictures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StatementPaperTest {

  @Test
  void a_statement_tells_every_line_and_both_balances() {
    byte[] pdf = Printer.pdf(StatementPaper.of(Samples.statement(2)));

    Pictures.keep("statement", pdf);
    assertThat(Pictures.text(pdf))
        .contains("存折对账单", Samples.ACCOUNT, "张三", "服务·老人助餐", "兑换·便民帮扶", "好人好事")
        .contains("期末余额540180360", "期末余额803050", "期末折合：6小时0分")
        .doesNotContain(Pictures.LACKING);
    assertThat(pdf).isEqualTo(Printer.pdf(StatementPaper.of(Samples.statement(2))));
  }

  @Test
  void a_long_statement_runs_over_pages_and_loses_no_line() {
    byte[] pdf = Printer.pdf(StatementPaper.of(Samples.statement(200)));

    assertThat(Pictures.pages(pdf)).isGreaterThan(20);
    assertThat(Pictures.text(pdf).split("兑换·便民帮扶", -1)).hasSize(201);
  }

  @Test
  void the_table_has_what_the_hashes_are_computed_from() {
    String csv =
        new String(StatementCsv.of(Samples.statement(1)), StandardCharsets.UTF_8).substring(1);

    assertThat(csv.lines())
        .hasSize(1 + 5 + 3)
        .first()
        .isEqualTo("entry,at,unit,amount,balance,held,counter,reason,ref,service,expires,hash");
    assertThat(csv.lines().skip(3).findFirst().orElseThrow())
        .startsWith(Samples.ACCOUNT + "-m-3,2026-03-14T01:30:00Z,minutes,-60,150,0,issue:");
  }
}
