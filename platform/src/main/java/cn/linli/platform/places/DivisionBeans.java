package cn.linli.platform.places;

import cn.linli.platform.division.Divisions;
import cn.linli.platform.follow.Follower;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For {@code @Import} by the service that keeps imported divisions. */
@Configuration(proxyBeanMethods = false)
public class DivisionBeans {

  /** For the service's migration step. */
  public static Schema.Part schema() {
    return new Schema.Part(DivisionStore.COLLECTION, List.of());
  }

  @Bean
  RouteTable divisionImports(Web web, Divisions divisions, MongoDatabase database) {
    return new DivisionImportRoutes(divisions, new DivisionStore(database)).table(web);
  }

  @Bean(destroyMethod = "close")
  Follower divisionFollower(Divisions divisions, MongoDatabase database) {
    var learning = new DivisionLearning(divisions, new DivisionStore(database)::since);
    return new Follower("divisions", learning).start();
  }
}
