package cn.linli.timebank.certificates;

import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.RESIDENT;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.journal.History;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.HolderNames;
import cn.linli.timebank.casework.Places;
import cn.linli.timebank.casework.ServiceLines;
import cn.linli.timebank.ledger.Account;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CertificateRoutes {

  private static final Roles READERS = Roles.by(RESIDENT, BANK_CLERK);

  @Bean
  RouteTable certificates(
      Web web,
      CaseStates<Account> accounts,
      History history,
      HolderNames holders,
      Places places,
      Secrets secrets) {
    var certificates =
        new Certificates(
            accounts, new ServiceLines(history), holders, places, secrets.documentKey());
    return Routes.under("/api/v1/bank/certificates", web)
        .get("/{account}.pdf", Download.class, READERS, certificates::pdf)
        .about("A certificate of voluntary service, free of charge.")
        .get("/{account}", CertificateReply.class, READERS, certificates::one)
        .about("The same to check by machine: what is signed, the signature, the public key.")
        .build();
  }
}
