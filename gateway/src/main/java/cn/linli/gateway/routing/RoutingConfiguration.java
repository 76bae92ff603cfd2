package cn.linli.gateway.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One route per service, and one for its imports, which take as long as they take. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

  private static final int IMPORT_MILLIS_MAX = 30 * 60 * 1000;

  @Bean
  GlobalFilter forwarding(GatewayProperties properties) {
    return new Forwarding(properties);
  }

  @Bean
  ServiceCalls serviceCalls(GatewayProperties properties) {
    return new ServiceCalls(properties);
  }

  @Bean
  RouteLocator services(RouteLocatorBuilder builder, GatewayProperties properties) {
    var routes = builder.routes();
    properties.services().entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(service -> {
          String[] paths =
              ServicePaths.BY_SERVICE
                  .getOrDefault(service.getKey(), List.of())
                  .toArray(String[]::new);
          var uri = service.getValue().getFirst();
          routes.route(
              service.getKey() + "-import",
              it ->
                  it.path("/api/v1/*/import")
                      .and()
                      .path(paths)
                      .metadata(Forwarding.SERVICE, service.getKey())
                      .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, IMPORT_MILLIS_MAX)
                      .uri(uri));
          routes.route(
              service.getKey(),
              it -> it.path(paths).metadata(Forwarding.SERVICE, service.getKey()).uri(uri));
        });
    return routes.build();
  }
}
