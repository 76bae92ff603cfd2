package cn.linli.gateway.openapi;

import static cn.linli.platform.web.Roles.open;

import cn.linli.gateway.routing.ServiceCalls;
import cn.linli.gateway.routing.ServiceCalls.Answer;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v3/api-docs} of the whole platform and {@code /asyncapi.yaml}. */
@Configuration(proxyBeanMethods = false)
class ContractRoutes {

  private static final String SERVICE_DOCS = "/v3/api-docs";
  private static final String OWN_DOCS = "/v3/api-docs/own";
  private static final String ASYNC_API = "cn/linli/events/asyncapi.yaml";

  /** Services come and go; asking each of them for every page would be too much. */
  private static final Duration KEPT_FOR = Duration.ofSeconds(30);

  /** The first time a service has to write its part. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Bean
  RouteTable contracts(Web web, ServiceCalls calls, Environment environment) {
    Mono<ObjectNode> merged =
        merged(calls, environment)
            .cache(
                api -> MergedApi.isWhole(api) ? KEPT_FOR : Duration.ZERO,
                _ -> Duration.ZERO,
                () -> Duration.ZERO);
    return Routes.under("", web)
        .raw(
            HttpMethod.GET,
            SERVICE_DOCS,
            open(),
            (request, session) ->
                merged.flatMap(it ->
                    ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(it)))
        .about("OpenAPI 3.1 of all services.")
        .raw(
            HttpMethod.GET,
            "/asyncapi.yaml",
            open(),
            (request, session) ->
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_YAML)
                    .bodyValue(new ClassPathResource(ASYNC_API)))
        .about("AsyncAPI of all topics.")
        .build();
  }

  private static Mono<ObjectNode> merged(ServiceCalls calls, Environment environment) {
    return Mono.defer(() ->
        calls
            .get(own(environment) + OWN_DOCS, new HttpHeaders(), PATIENCE)
            .zipWith(calls.ask(SERVICE_DOCS, PATIENCE), ContractRoutes::together)
            .map(MergedApi::of));
  }

  private static String own(Environment environment) {
    String address = environment.getProperty("server.address", "127.0.0.1");
    String port = environment.getProperty("local.server.port", "");
    return "http://" + (address.equals("0.0.0.0") ? "127.0.0.1" : address) + ":" + port;
  }

  private static List<Answer> together(Answer own, List<Answer> services) {
    var all = new ArrayList<Answer>();
    all.add(new Answer("gateway", own.state(), own.body()));
    all.addAll(services);
    return all;
  }
}
