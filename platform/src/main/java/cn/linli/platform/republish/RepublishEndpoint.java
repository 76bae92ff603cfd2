package cn.linli.platform.republish;

import cn.linli.platform.access.Session;
import cn.linli.platform.job.Job;
import cn.linli.platform.job.Jobs;
import cn.linli.platform.web.Ids;
import cn.linli.platform.web.RawHandler;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code POST /api/v1/republish}: who asks while one is under way is told of that one. */
final class RepublishEndpoint implements RawHandler {

  private final Jobs jobs;
  private final Ids ids;

  RepublishEndpoint(Jobs jobs, Ids ids) {
    this.jobs = jobs;
    this.ids = ids;
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
    return jobs.underWay(RepublishJob.KIND)
        .orElseGet(() -> jobs.order(ids.timeOrdered(), RepublishJob.KIND, session.caller()));
  }
}
