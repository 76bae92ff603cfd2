package cn.linli.mediation.archive;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BUILDING_LEAD;
import static cn.linli.platform.access.Role.COMMITTEE_HEAD;
import static cn.linli.platform.access.Role.JUSTICE_OFFICER;
import static cn.linli.platform.access.Role.MEDIATOR;

import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.documents.CaseFiles;
import cn.linli.mediation.documents.Reader;
import cn.linli.mediation.domain.Dispute;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.vault.DocumentKey;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ArchiveRoutes {

  /** Who keeps the file or looks after those who do; parties have their papers one by one. */
  private static final Roles KEEPERS =
      Roles.by(BUILDING_LEAD, MEDIATOR, COMMITTEE_HEAD, JUSTICE_OFFICER, AUDITOR, ADMIN);

  record SigningKeys(List<SigningKey> keys) {}

  record SigningKey(String id, String algorithm, String pem) {}

  @Bean
  DocumentKey documentKey(Secrets secrets) {
    return secrets.documentKey();
  }

  @Bean
  CaseBundles caseBundles(CaseFiles files, Attachments attachments, DocumentKey key) {
    return new CaseBundles(files, new Evidence(attachments), key);
  }

  @Bean
  RouteTable archive(Web web, CaseStates<Dispute> states, CaseBundles bundles, DocumentKey key) {
    return Routes.under("/api/v1/disputes", web)
        .get("/{id}/archive.zip", Download.class, KEEPERS, query -> zip(query, states, bundles))
        .about("The whole file, signed; the same version has the same bytes for the same reader.")
        .get(
            "/signing-keys",
            SigningKeys.class,
            Crews.READERS,
            query -> new SigningKeys(List.of(new SigningKey(key.id(), "Ed25519", key.publicPem()))))
        .about("Public keys by which anybody checks archives and bundles.")
        .build();
  }

  private static @Nullable Object zip(
      Query<NoBody> query, CaseStates<Dispute> states, CaseBundles bundles) {
    return Reach.open(states.find(DisputeStream.fromPath(query.path("id"))), query.caller())
        .map(stored -> download(query, stored, bundles))
        .orElse(null);
  }

  private static Download download(
      Query<NoBody> query, CaseStates.Stored<Dispute> stored, CaseBundles bundles) {
    Dispute dispute = stored.state();
    if (dispute.conducted().acceptedAt() == null) {
      throw new ProblemException(Problem.of(404, "no-such-paper"));
    }
    var ready =
        bundles.archive(
            stored.id(),
            dispute,
            stored.version(),
            Reader.of(dispute, query.caller()),
            new CaseFiles.Purpose(query.caller().by(), "archive of the case", query.correlation()));
    return new Download(
        ready.zip(), "application/zip", "archive-" + stored.id() + ".zip", stored.version());
  }
}
