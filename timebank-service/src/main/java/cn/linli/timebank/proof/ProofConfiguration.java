package cn.linli.timebank.proof;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;

import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.job.JobHandler;
import cn.linli.platform.job.JobOrder;
import cn.linli.platform.job.Jobs;
import cn.linli.platform.vault.DocumentKey;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.ledger.Account;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

  @Bean
  SealStream sealStream() {
    return new SealStream();
  }

  @Bean
  CaseStates<Seal> sealStates(MongoDatabase database, Kinds kinds, SealStream kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  LeafStore leafStore(MongoDatabase database) {
    return new LeafStore(database);
  }

  @Bean
  DocumentKey documentKey(Secrets secrets) {
    return secrets.documentKey();
  }

  @Bean
  Auditor auditor(
      MongoDatabase database,
      LeafStore leaves,
      CaseStates<Seal> seals,
      DocumentKey key,
      CommandGate gate) {
    return new Auditor(
        LedgerAudit.of(database), leaves, seals, () -> Passbooks.count(database), key, gate);
  }

  @Bean
  RedeemedLastYear redeemedLastYear(Auditor auditor, LeafStore leaves) {
    return new RedeemedLastYear(auditor, leaves);
  }

  @Bean
  JobHandler auditJob(Auditor auditor, Clock clock) {
    return new AuditJob(auditor, clock);
  }

  @Bean(destroyMethod = "close")
  RootKeeper rootKeeper(
      Auditor auditor,
      MongoDatabase database,
      Clock clock,
      @Value("${linli.instance:${random.uuid}}") String instance) {
    return new RootKeeper(auditor, database, clock, WorkCalendar.ZONE, instance);
  }

  /** Sealing is a command: not before commands are taken. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> startRoots(RootKeeper keeper) {
    return ready -> keeper.start();
  }

  @Bean
  RouteTable proof(
      Web web,
      Auditor auditor,
      Jobs jobs,
      CaseStates<Account> accounts,
      MongoDatabase database,
      LeafStore leaves,
      DocumentKey key) {
    var proofs = new Proofs(auditor, leaves, accounts, new JournalReading(database));
    return Routes.under("/api/v1/bank", web)
        .raw(
            HttpMethod.POST,
            "/audit",
            Roles.by(AUDITOR, ADMIN),
            new JobOrder(jobs, web.ids(), AuditJob.KIND))
        .about("Starts an audit of the whole ledger, as a job; its verdict is put on record.")
        .get("/audit", AuditReply.class, Roles.anyone(), query -> AuditReply.of(auditor.seal()))
        .about(
            "The last verdict on the whole ledger: sums, chains, and the root it is sealed under.")
        .get(
            "/roots/keys",
            SigningKeys.class,
            Roles.anyone(),
            query -> new SigningKeys(List.of(SigningKeys.Key.of(key))))
        .about("Public keys by which anybody checks roots, statements and certificates.")
        .get(
            "/accounts/{id}/proof",
            PassbookProof.class,
            Roles.anyone(),
            List.of("unit", "from"),
            proofs::of)
        .about(
            "Lines of one passbook with their way to the last signed root: what a program of"
                + " one's own checks without asking anybody.")
        .build();
  }
}
