package cn.linli.petition.referral;

import cn.linli.events.config.ConfigEvent;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.petition.casework.FactsBook;
import cn.linli.platform.reaction.Reactions;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.messaging.Message;

/** Listens to the services that requests are referred to, where there is a broker. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.kafka.bootstrap-servers")
@PropertySource("classpath:cn/linli/petition/referral/referral.properties")
class ReferralNews {

  private static final String GROUP = "linli.petition";

  @Bean
  Consumer<Message<List<byte[]>>> mediationNews(Reactions reactions, FactsBook facts) {
    return reactions.to(
        MediationEvent.class,
        List.of(ConfigEvent.class),
        GROUP,
        List.of(new ReferralReaction<MediationEvent>("mediation-news", Heard::of, facts)));
  }

  @Bean
  Consumer<Message<List<byte[]>>> timebankNews(Reactions reactions, FactsBook facts) {
    return reactions.to(
        TimebankEvent.class,
        List.of(ConfigEvent.class),
        GROUP,
        List.of(new ReferralReaction<TimebankEvent>("timebank-news", Heard::of, facts)));
  }
}
