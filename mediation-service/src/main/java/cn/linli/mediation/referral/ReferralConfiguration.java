package cn.linli.mediation.referral;

import cn.linli.events.config.ConfigEvent;
import cn.linli.events.petition.BatchEvent;
import cn.linli.events.petition.ClaimEvent;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralNoteEvent;
import cn.linli.mediation.casework.FactsBook;
import cn.linli.platform.reaction.Reactions;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class ReferralConfiguration {

  private static final String GROUP = "linli.mediation";

  @Bean
  ReferralLog referralLog() {
    return new ReferralLog();
  }

  /** Listens to requests, where there is a broker. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("spring.kafka.bootstrap-servers")
  @PropertySource("classpath:cn/linli/mediation/referral/referral.properties")
  static class Listening {

    @Bean
    Consumer<Message<List<byte[]>>> petitionNews(
        Reactions reactions, FactsBook facts, Vault vault, KeyedHash hash) {
      return reactions.to(
          PetitionEvent.class,
          List.of(BatchEvent.class, ClaimEvent.class, ConfigEvent.class, ReferralNoteEvent.class),
          GROUP,
          List.of(new RegisterReferred(facts, vault, hash)));
    }
  }
}
