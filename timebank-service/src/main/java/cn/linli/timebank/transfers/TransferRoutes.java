package cn.linli.timebank.transfers;

import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.RESIDENT;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Homes;
import cn.linli.timebank.casework.Lines;
import cn.linli.timebank.ledger.Account;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransferRoutes {

  @Bean
  RouteTable transfers(
      Web web, Banking banking, Vault vault, Lines lines, CaseStates<Account> states) {
    var transfers = new Transfers(banking, vault, lines, states, new Homes(states));
    return Routes.under("/api/v1/bank/transfers", web)
        .resource(TransferReply.class, transfers)
        .postWithKey("", Bodies.Give.class, Roles.by(RESIDENT, BANK_CLERK), transfers::give)
        .about("Gives to a relative, a friend or the community; booked on both sides at once.")
        .get("/{id}", TransferReply.class, Roles.anyone(), transfers::one)
        .about("One gift, for both sides and those who keep their books.")
        .build();
  }
}
