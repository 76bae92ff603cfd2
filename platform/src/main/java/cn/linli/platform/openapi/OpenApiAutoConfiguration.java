package cn.linli.platform.openapi;

import cn.linli.platform.web.ProblemTexts;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.WebAutoConfiguration;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** {@code /v3/api-docs} of every service, from its route tables. */
@AutoConfiguration(after = WebAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class OpenApiAutoConfiguration {

  @Bean
  OpenApiCustomizer routeTableDocs(ObjectProvider<RouteTable> tables, ProblemTexts texts) {
    return api -> new RouteTableDocs(tables.stream().toList(), texts).customise(api);
  }
}
