package cn.linli.timebank.choreography;

import cn.linli.events.config.ConfigEvent;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.petition.BatchEvent;
import cn.linli.events.petition.ClaimEvent;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralNoteEvent;
import cn.linli.events.timebank.ServiceEvent;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.reaction.Reaction;
import cn.linli.platform.reaction.ReactionLog;
import cn.linli.platform.reaction.Reactions;
import cn.linli.platform.threads.ThreadAccess;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.domain.activities.Activity;
import cn.linli.timebank.ledger.Account;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class Choreography {

  private static final String GROUP = "linli.timebank";

  @Bean
  ReactionLog<ServiceEvent> offerLog() {
    return PublishOffered.NOTES;
  }

  @Bean
  SessionLog sessionLog() {
    return new SessionLog();
  }

  @Bean
  MediatorLink.Links mediatorLinks() {
    return new MediatorLink.Links();
  }

  @Bean
  ThreadAccess threadAccess(CaseStates<Activity> activities, CaseStates<Account> accounts) {
    return new ThreadReading(activities, accounts);
  }

  /** Policies over the time bank's own events; other capabilities declare theirs. */
  @Bean
  Reaction<TimebankEvent> postSessions(CaseStates<Account> accounts, Banking banking) {
    return new PostSessions(accounts, banking);
  }

  /** Listens, where there is a broker. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("spring.kafka.bootstrap-servers")
  @PropertySource("classpath:cn/linli/timebank/choreography/choreography.properties")
  static class Listening {

    @Bean
    Consumer<Message<List<byte[]>>> petitionNews(
        Reactions reactions, Vault vault, KeyedHash hash, Schemes schemes) {
      return reactions.to(
          PetitionEvent.class,
          List.of(BatchEvent.class, ClaimEvent.class, ConfigEvent.class, ReferralNoteEvent.class),
          GROUP,
          List.of(new PublishOffered(vault, hash, schemes)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> mediationNews(Reactions reactions) {
      return reactions.to(
          MediationEvent.class, List.of(ConfigEvent.class), GROUP, List.of(new OweSessions()));
    }

    @Bean
    Consumer<Message<List<byte[]>>> timebankNews(
        Reactions reactions, List<Reaction<TimebankEvent>> own) {
      return reactions.to(TimebankEvent.class, List.of(ConfigEvent.class), GROUP, own);
    }
  }
}
