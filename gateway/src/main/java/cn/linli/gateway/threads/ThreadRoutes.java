package cn.linli.gateway.threads;

import static cn.linli.platform.web.Roles.anyone;

import cn.linli.gateway.routing.ServiceCalls;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /api/v1/threads/{correlation}} and {@code /api/v1/desk}, asked of every service. */
@Configuration(proxyBeanMethods = false)
class ThreadRoutes {

  private static final String THREADS = "/api/v1/threads";
  private static final String DESK = "/api/v1/desk";

  @Bean
  RouteTable threads(Web web, ServiceCalls calls) {
    return Routes.under(THREADS, web)
        .raw(
            HttpMethod.GET,
            "/{correlation}",
            anyone(),
            (request, session) -> thread(calls, request))
        .about("Everything that happened under one correlation id, in all services, oldest first.")
        .build();
  }

  @Bean
  RouteTable desk(Web web, ServiceCalls calls) {
    return Routes.under(DESK, web)
        .raw(
            HttpMethod.GET,
            "",
            anyone(),
            (request, session) ->
                calls
                    .ask(DESK, request.exchange())
                    .flatMap(it -> ServerResponse.ok().bodyValue(Gathered.of(it, "due"))))
        .about("What waits for the caller, in all services, what is due first.")
        .build();
  }

  private static Mono<ServerResponse> thread(ServiceCalls calls, ServerRequest request) {
    String correlation = request.pathVariable("correlation");
    if (!correlation.matches("[A-Za-z0-9._-]{1,64}")) {
      return Mono.error(new ProblemException(Problem.notFound()));
    }
    return calls
        .ask(THREADS + "/" + correlation, request.exchange())
        .flatMap(it -> ServerResponse.ok().bodyValue(Gathered.of(it, "at")));
  }
}
