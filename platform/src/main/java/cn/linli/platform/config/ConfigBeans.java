package cn.linli.platform.config;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;

/** For {@code @Import} by the service that owns the tables. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class ConfigBeans {

  @Bean
  ConfigKind configKind() {
    return new ConfigKind();
  }

  @Bean
  Configuration tables() {
    return new Configuration();
  }

  @Bean(destroyMethod = "close")
  ConfigRefresh configRefresh(MongoDatabase database, Configuration tables) {
    return new ConfigRefresh(database, tables).start();
  }
}
