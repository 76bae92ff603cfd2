package cn.linli.platform.attachment;

import cn.linli.platform.service.ServiceAutoConfiguration;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Web;
import cn.linli.platform.web.WebAutoConfiguration;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Attachments for every service that says who may read them. */
@AutoConfiguration(after = {ServiceAutoConfiguration.class, WebAutoConfiguration.class})
@ConditionalOnBean({AttachmentAccess.class, Vault.class})
public class AttachmentAutoConfiguration {

  @Bean
  Attachments attachments(
      MongoDatabase database, Secrets secrets, Vault vault, Web web, Clock clock) {
    return new Attachments(database, secrets, vault, web.ids()::timeOrdered, clock);
  }

  @Bean(destroyMethod = "dispose")
  Scheduler attachmentThreads() {
    return Schedulers.fromExecutorService(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("attachment-", 0).factory()));
  }

  @Bean
  AttachmentUploads attachmentUploads(Attachments attachments, Scheduler attachmentThreads) {
    return new AttachmentUploads(attachments, attachmentThreads);
  }

  @Bean
  RouteTable attachmentRoutes(
      Web web,
      Attachments attachments,
      AttachmentUploads uploads,
      AttachmentAccess access,
      Scheduler attachmentThreads,
      @Value("${linli.attachments.path:/api/v1/attachments}") String path) {
    return new AttachmentRoutes(path, attachments, uploads, access, attachmentThreads).table(web);
  }

  @Bean
  AttachmentSweeper attachmentSweeper(Attachments attachments) {
    return new AttachmentSweeper(attachments);
  }
}
