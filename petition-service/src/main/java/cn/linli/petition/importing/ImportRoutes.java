package cn.linli.petition.importing;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.CITY_OFFICER;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.access.Role.HOTLINE_OPERATOR;
import static cn.linli.platform.access.Role.INTEGRATOR;

import cn.linli.petition.casework.ExternalIds;
import cn.linli.petition.casework.FactsBook;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.job.Jobs;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.ProblemTexts;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ImportRoutes {

  private static final Roles IMPORTERS =
      Roles.by(INTEGRATOR, HOTLINE_OPERATOR, DISTRICT_OFFICER, CITY_OFFICER, ADMIN);

  @Bean
  Importer importer(
      Jobs jobs,
      CommandGate gate,
      Vault vault,
      KeyedHash hash,
      Secrets secrets,
      FactsBook facts,
      ExternalIds externalIds,
      Divisions divisions,
      Configuration tables,
      MongoDatabase database,
      Web web) {
    var commands = new ImportCommands(vault, hash, web.ids(), secrets.sketch(), facts, externalIds);
    return new Importer(jobs, gate, commands, divisions, tables, database);
  }

  @Bean(destroyMethod = "close")
  ImportEndpoint importEndpoint(
      Jobs jobs, Importer importer, Divisions divisions, ProblemTexts texts, Web web) {
    return new ImportEndpoint(jobs, importer, divisions, texts, web.ids());
  }

  @Bean
  RouteTable importing(Web web, ImportEndpoint endpoint) {
    return Routes.under("/api/v1/petitions", web)
        .raw(HttpMethod.POST, "/import", IMPORTERS, endpoint)
        .about(
            "Imports a file of requests (CSV, XLSX or NDJSON, as body or form); more than 5,000"
                + " rows, or Prefer: respond-async, become a job.")
        .build();
  }
}
