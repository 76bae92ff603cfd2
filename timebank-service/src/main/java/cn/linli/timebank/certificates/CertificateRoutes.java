package cn.linli.timebank.certificates;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.BUILDING_LEAD;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.COUNCIL_MEMBER;
import static cn.linli.platform.access.Role.GRID_WORKER;
import static cn.linli.platform.access.Role.RESIDENT;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.journal.History;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.HolderNames;
import cn.linli.timebank.casework.Places;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.casework.ServiceLines;
import cn.linli.timebank.desk.DeskPart;
import cn.linli.timebank.domain.certificates.Certification;
import cn.linli.timebank.ledger.Account;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CertificateRoutes {

  private static final Roles READERS = Roles.by(RESIDENT, BANK_CLERK);
  private static final Roles CLERKS = Roles.by(BANK_CLERK);
  private static final Roles ALL_READERS = Roles.by(RESIDENT, BANK_CLERK, AUDITOR, ADMIN);

  private static final Roles OBJECTING =
      Roles.by(RESIDENT, COUNCIL_MEMBER, COMMUNITY_CLERK, BANK_CLERK, BUILDING_LEAD, GRID_WORKER);

  private static final Roles READING =
      Roles.by(
          RESIDENT,
          COUNCIL_MEMBER,
          COMMUNITY_CLERK,
          BANK_CLERK,
          BUILDING_LEAD,
          GRID_WORKER,
          AUDITOR,
          ADMIN);

  @Bean
  CertificationCases certificationCases() {
    return new CertificationCases();
  }

  @Bean
  CaseStates<Certification> certificationStates(
      MongoDatabase database, Kinds kinds, CertificationCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  DeskPart objectionsToAnswer(CaseStates<Certification> states) {
    return new ToAnswer(states);
  }

  @Bean
  Certificates certificatePapers(
      CaseStates<Account> accounts,
      CaseStates<Certification> asked,
      History history,
      HolderNames holders,
      Places places,
      Schemes schemes,
      Secrets secrets) {
    return new Certificates(
        accounts,
        asked,
        new ServiceLines(history),
        holders,
        places,
        schemes,
        secrets.documentKey());
  }

  @Bean
  CertificationShown certificationShown(
      CaseStates<Certification> states,
      CaseStates<Account> accounts,
      HolderNames holders,
      Vault vault) {
    return new CertificationShown(states, accounts, holders, vault);
  }

  @Bean
  RouteTable certificates(Web web, Certificates papers) {
    return Routes.under("/api/v1/bank/certificates", web)
        .get("/{account}.pdf", Download.class, READERS, papers::pdf)
        .about("The record of voluntary service, free and at once; a certificate is posted first.")
        .get("/{account}", CertificateReply.class, READERS, papers::one)
        .about("The same to check by machine: what is signed, the signature, the public key.")
        .build();
  }

  @Bean
  RouteTable certificateRequests(
      Web web,
      CaseStates<Certification> states,
      CaseStates<Account> accounts,
      History history,
      Schemes schemes,
      Vault vault,
      Certificates papers,
      CertificationShown shown) {
    var certifying = new Certifying(states, accounts, new ServiceLines(history), schemes, vault);
    return Routes.under("/api/v1/bank/certificate-requests", web)
        .resource(CertificationReply.class, shown)
        .postWithKey("", Bodies.Ask.class, READERS, certifying::ask)
        .about("Asks for a certificate: it hangs on the notice board before it is issued.")
        .postWithKey("/{id}/object", Bodies.Object.class, OBJECTING, certifying::object)
        .about("Somebody of the place says that it is not true, while it hangs.")
        .postWithKey("/{id}/answer", Bodies.Answer.class, CLERKS, certifying::answer)
        .about("The community answers an objection; until then the certificate is not issued.")
        .get("/{id}", CertificationReply.class, READING, shown::one)
        .about("One certificate that was asked for.")
        .get("/{id}/certificate.pdf", Download.class, READERS, papers::issuedPdf)
        .about("The certificate itself, once it is issued.")
        .get("/{id}/certificate", CertificateReply.class, READERS, papers::issuedOne)
        .about("The same to check by machine.")
        .list(
            "", CertificationReply.class, ALL_READERS, List.of("division", "account"), shown::page)
        .about("Certificates asked for: of a passbook for its holder, of a place for clerks.")
        .build();
  }

  @Bean
  RouteTable certificateBoard(Web web, CertificationShown shown) {
    return Routes.under("/api/v1/bank", web)
        .list(
            "/certificate-notices",
            CertificationReply.Notice.class,
            Roles.anyone(),
            List.of("division"),
            shown::notices)
        .about("The notice board: certificates before they are issued, names not in full.")
        .build();
  }
}
