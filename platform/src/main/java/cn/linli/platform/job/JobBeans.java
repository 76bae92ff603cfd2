package cn.linli.platform.job;

import cn.linli.platform.vault.Secrets;
import cn.linli.platform.web.ProblemTexts;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs of a service: whoever imports this has them done, and tells how far they are. */
@Configuration(proxyBeanMethods = false)
public class JobBeans {

  @Bean
  Jobs jobStore(MongoDatabase database, Secrets secrets, Clock clock) {
    return new Jobs(database, secrets, clock);
  }

  @Bean(destroyMethod = "close")
  JobWorker jobWorker(Jobs jobs, List<JobHandler> handlers, Web web) {
    return new JobWorker(jobs, web.ids().timeOrdered(), handlers);
  }

  /** Not before the service is ready: a job needs all of it. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> startJobs(JobWorker worker) {
    return ready -> worker.start();
  }

  @Bean
  RouteTable jobRoutes(Web web, Jobs jobs, ProblemTexts texts) {
    return new JobRoutes(jobs, texts).table(web);
  }
}
