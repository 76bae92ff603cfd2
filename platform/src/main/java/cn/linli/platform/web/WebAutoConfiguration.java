package cn.linli.platform.web;

import cn.linli.platform.access.AccessAutoConfiguration;
import cn.linli.platform.access.CallerMarks;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.KeyedHash;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.util.function.SingletonSupplier;

/** The conventions, for every web application that stands on the platform. */
@AutoConfiguration(before = AccessAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(WebProperties.class)
@PropertySource("classpath:cn/linli/platform/web/defaults.properties")
public class WebAutoConfiguration {

  @Bean
  ProblemTexts problemTexts() {
    return new ProblemTexts();
  }

  @Bean(destroyMethod = "close")
  Web web(
      KeyedHash hash,
      ObjectProvider<CommandGate> gate,
      CallerMarks marks,
      Clock clock,
      ProblemTexts texts,
      ObjectProvider<Divisions> divisions,
      WebProperties properties) {
    return new Web(
        hash,
        SingletonSupplier.of(gate::getObject),
        marks,
        clock,
        texts,
        SingletonSupplier.of(() -> Optional.ofNullable(divisions.getIfAvailable())),
        (int) properties.bodyMax().toBytes());
  }

  @Bean
  Correlation correlation(Web web) {
    return new Correlation(web.ids());
  }

  @Bean
  PublicRateLimit publicRateLimit(WebProperties properties) {
    return new PublicRateLimit(properties.publicCallsPerMinute());
  }

  @Bean
  ProblemHandler problemHandler(ProblemTexts texts, ObjectProvider<RouteTable> tables) {
    return new ProblemHandler(texts, tables);
  }
}
