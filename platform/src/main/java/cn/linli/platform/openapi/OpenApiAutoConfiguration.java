package cn.linli.platform.openapi;

import cn.linli.platform.web.ProblemTexts;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.WebAutoConfiguration;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** {@code /v3/api-docs} of every service, from its route tables. */
@AutoConfiguration(after = WebAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class OpenApiAutoConfiguration {

  @Bean
  OpenApiCustomizer routeTableDocs(ObjectProvider<RouteTable> tables, ProblemTexts texts) {
    return api -> new RouteTableDocs(tables.stream().toList(), texts).customise(api);
  }

  /** Writing the document takes a second or two: not on an event loop, where all others wait. */
  @Bean
  WebFluxConfigurer documentsOffTheEventLoop() {
    var threads = new SimpleAsyncTaskExecutor("document-");
    threads.setVirtualThreads(true);
    return new WebFluxConfigurer() {
      @Override
      public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        configurer.setExecutor(threads);
        configurer.setControllerMethodPredicate(
            method -> method.getBeanType().getPackageName().startsWith("org.springdoc"));
      }
    };
  }
}
