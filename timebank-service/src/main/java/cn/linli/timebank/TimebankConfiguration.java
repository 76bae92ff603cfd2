package cn.linli.timebank;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.config.ConfigBeans;
import cn.linli.platform.config.OwnTables;
import cn.linli.platform.config.tables.ConfigName;
import cn.linli.platform.job.JobBeans;
import cn.linli.platform.journal.Schema;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Lines;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.ledger.Account;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What all capabilities of the service share. */
@Configuration(proxyBeanMethods = false)
@Import({ConfigBeans.class, JobBeans.class})
class TimebankConfiguration {

  @Bean
  OwnTables ownTables() {
    return OwnTables.of(ConfigName.SCHEMES, ConfigName.DEEDS);
  }

  @Bean
  Schemes schemes(cn.linli.platform.config.Configuration tables) {
    return new Schemes(tables);
  }

  @Bean
  Banking banking(Schemes schemes) {
    return new Banking(schemes);
  }

  @Bean
  AccountCases accountCases() {
    return new AccountCases();
  }

  @Bean
  CaseStates<Account> accountStates(MongoDatabase database, Kinds kinds, AccountCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  Lines lines(MongoDatabase database, Kinds kinds) {
    return new Lines(database, kinds);
  }

  @Bean
  Schema.Parts parts() {
    return TimebankStore.parts();
  }
}
