package cn.linli.platform.job;

import cn.linli.platform.access.Session;
import cn.linli.platform.web.Ids;
import cn.linli.platform.web.RawHandler;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Orders a job without a body: who asks while one is under way is told of that one. */
public final class JobOrder implements RawHandler {

  private final Jobs jobs;
  private final Ids ids;
  private final String kind;

  /**
   * @param kind {@link JobHandler#kind}
   */
  public JobOrder(Jobs jobs, Ids ids, String kind) {
    this.jobs = jobs;
    this.ids = ids;
    this.kind = kind;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request, Optional<Session> session) {
    return Mono.fromCallable(() -> ordered(session.orElseThrow()))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(job ->
            ServerResponse.accepted()
                .location(URI.create("/api/v1/jobs/" + job.id()))
                .bodyValue(Map.of("id", job.id(), "status", job.state().wire())));
  }

  private Job ordered(Session session) {
    return jobs.underWay(kind)
        .orElseGet(() -> jobs.order(ids.timeOrdered(), kind, session.caller()));
  }
}
