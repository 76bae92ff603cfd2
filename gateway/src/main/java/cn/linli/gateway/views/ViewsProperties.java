package cn.linli.gateway.views;

import cn.linli.events.Topics;
import cn.linli.gateway.views.figures.BankFold;
import cn.linli.gateway.views.figures.DisputeFold;
import cn.linli.gateway.views.figures.PetitionFold;
import cn.linli.platform.fold.Fold;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the views.
 *
 * @param zone whose calendar days count
 * @param topic of requests, folded; after a republish its next generation
 * @param mediationTopic of disputes, the same; folded where a mediation service is named
 * @param timebankTopic of the time bank, the same
 * @param fold whether this instance may fold; one that only serves reads says false
 */
@ConfigurationProperties("linli.views")
public record ViewsProperties(
    @DefaultValue("Asia/Shanghai") ZoneId zone,
    @DefaultValue(Topics.PETITION) String topic,
    @DefaultValue(Topics.MEDIATION) String mediationTopic,
    @DefaultValue(Topics.TIMEBANK) String timebankTopic,
    @DefaultValue("true") boolean fold) {

  private static final String MEDIATION = "mediation";
  private static final String TIMEBANK = "timebank";

  /**
   * What is folded, topic by topic: all into one generation.
   *
   * @param services those the gateway knows: nobody makes the topic of one that does not run
   */
  Map<String, Fold> folds(Set<String> services) {
    var folds = new LinkedHashMap<String, Fold>();
    folds.put(topic, new PetitionFold(zone));
    if (services.contains(MEDIATION)) {
      folds.put(mediationTopic, new DisputeFold(zone));
    }
    if (services.contains(TIMEBANK)) {
      folds.put(timebankTopic, new BankFold(zone));
    }
    return folds;
  }
}
