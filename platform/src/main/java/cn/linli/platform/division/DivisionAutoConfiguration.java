package cn.linli.platform.division;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The tree of places, for every service and the gateway. */
@AutoConfiguration
public class DivisionAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Divisions divisions() {
    return new Divisions(DivisionTree.shipped());
  }
}
