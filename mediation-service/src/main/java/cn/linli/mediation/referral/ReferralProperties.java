package cn.linli.mediation.referral;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where names behind referrals are fetched.
 *
 * @param petitionUri where the petition service listens; not the gateway, which leads nobody there
 * @param pause between looks for what is to be fetched
 * @param giveUpAfter how long an answer is waited for
 */
@ConfigurationProperties("linli.referral")
record ReferralProperties(
    URI petitionUri, @DefaultValue("1s") Duration pause, @DefaultValue("3d") Duration giveUpAfter) {

  private static final Duration PAUSE_MIN = Duration.ofMillis(10);

  ReferralProperties {
    if (pause.compareTo(PAUSE_MIN) < 0 || !giveUpAfter.isPositive()) {
      throw new IllegalArgumentException("linli.referral: pause from 10ms, give-up-after above 0");
    }
  }
}
