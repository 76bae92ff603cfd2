package cn.linli.platform.threads;

import cn.linli.platform.journal.History;
import cn.linli.platform.service.ServiceAutoConfiguration;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Web;
import cn.linli.platform.web.WebAutoConfiguration;
import com.mongodb.client.MongoDatabase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** For every service that says who may read its streams. */
@AutoConfiguration(after = {ServiceAutoConfiguration.class, WebAutoConfiguration.class})
@ConditionalOnBean({MongoDatabase.class, ThreadAccess.class})
public class ThreadAutoConfiguration {

  @Bean
  RouteTable threadRoutes(Web web, MongoDatabase database, History history, ThreadAccess access) {
    return new ThreadRoutes(database, history, access).table(web);
  }
}
