package cn.linli.mediation.referral;

import cn.linli.events.config.ConfigEvent;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.petition.BatchEvent;
import cn.linli.events.petition.ClaimEvent;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralNoteEvent;
import cn.linli.mediation.casework.FactsBook;
import cn.linli.mediation.domain.Dispute;
import cn.linli.platform.access.ServiceCredential;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.journal.History;
import cn.linli.platform.reaction.ReactionLog;
import cn.linli.platform.reaction.Reactions;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class ReferralConfiguration {

  private static final String GROUP = "linli.mediation";

  @Bean
  ReactionLog<MediationEvent> referralLog() {
    return RegisterReferred.NOTES;
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
          List.of(new RegisterReferred(facts, vault, hash), new ForgetContacts(facts, hash)));
    }
  }

  /** Fetches names, where it was told from whom. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("linli.referral.petition-uri")
  @EnableConfigurationProperties(ReferralProperties.class)
  static class Fetching {

    @Bean
    ContactsAwaited contactsAwaited(
        ReferralProperties properties,
        ServiceCredential credential,
        CaseStates<Dispute> states,
        Vault vault,
        KeyedHash hash,
        FactsBook facts,
        History history,
        CommandGate gate,
        MongoDatabase database,
        Clock clock,
        @Value("${linli.instance:${random.uuid}}") String instance) {
      var fetching =
          new ContactsFetching(
              new PetitionContacts(properties.petitionUri(), credential),
              vault,
              hash,
              facts,
              history,
              gate,
              properties.giveUpAfter());
      return new ContactsAwaited(states, fetching, clock, properties.pause(), database, instance);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> startFetching(ContactsAwaited awaited) {
      return ready -> awaited.start();
    }
  }
}
