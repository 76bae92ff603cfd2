package cn.linli.platform.config;

import cn.linli.platform.division.Divisions;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;

/** For {@code @Import} by a service that owns tables and says so with {@link OwnTables}. */
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

  @Bean
  RouteTable configRoutes(Web web, Configuration tables, Divisions divisions, OwnTables own) {
    return new ConfigRoutes(tables, divisions).table(web, own);
  }

  @Bean
  RouteTable configImports(Web web, Configuration tables, Divisions divisions, OwnTables own) {
    return new ConfigImports(tables, new ConfigRoutes(tables, divisions)).table(web, own);
  }

  @Bean(destroyMethod = "close")
  ConfigRefresh configRefresh(MongoDatabase database, Configuration tables) {
    return new ConfigRefresh(database, tables).start();
  }
}
