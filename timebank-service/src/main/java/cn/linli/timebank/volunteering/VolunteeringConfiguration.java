package cn.linli.timebank.volunteering;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.vault.Vault;
import cn.linli.timebank.ledger.Account;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VolunteeringConfiguration {

  @Bean
  Holders holders(CaseStates<Account> accounts, Vault vault) {
    return new Holders(accounts, vault);
  }
}
