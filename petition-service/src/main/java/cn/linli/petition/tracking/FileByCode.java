package cn.linli.petition.tracking;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.platform.attachment.Attachment;
import cn.linli.platform.attachment.AttachmentUploads;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.web.Ids;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A file from who has the code: uploaded and named in one go. */
final class FileByCode {

  private final Tracked tracked;
  private final Acting acting;
  private final AttachmentUploads uploads;
  private final Attachments attachments;
  private final CommandGate gate;
  private final Ids ids;

  FileByCode(
      Tracked tracked,
      Acting acting,
      AttachmentUploads uploads,
      Attachments attachments,
      CommandGate gate,
      Ids ids) {
    this.tracked = tracked;
    this.acting = acting;
    this.uploads = uploads;
    this.attachments = attachments;
    this.gate = gate;
    this.ids = ids;
  }

  Mono<ServerResponse> add(ServerRequest request) {
    return Mono.fromCallable(() -> tracked.existing(request.pathVariable("code")))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(stream ->
            uploads
                .store(request, owner(stream))
                .flatMap(file ->
                    Mono.fromCallable(() -> named(stream, file))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(Mono::fromFuture)
                        .flatMap(outcome -> answer(outcome, file))));
  }

  /** Only who uploaded a file may name it: here the two are one. */
  private static String owner(StreamId stream) {
    return "tracking-" + stream.key();
  }

  private CompletableFuture<Outcome> named(StreamId stream, Attachment file) {
    String id = ids.timeOrdered();
    Command command =
        acting.actByCode(
            stream,
            id,
            words -> {
              attachments.claim(words.sealing(), stream, null, owner(stream), List.of(file.id()));
              return new PetitionCommand.Attach(List.of(file.id()));
            });
    return gate.submit(command);
  }

  private Mono<ServerResponse> answer(Outcome outcome, Attachment file) {
    return switch (outcome) {
      case Outcome.Done _ -> ServerResponse.status(201).bodyValue(file);
      case Outcome.Refused(var refusal) -> Mono.error(new ProblemException(Problem.of(refusal)));
      case Outcome.Overloaded(var retryAfter) ->
          Mono.error(
              new ProblemException(
                  new Problem(503, "overloaded", Map.of(), List.of(), retryAfter)));
      case Outcome.Unknown(var retryAfter) ->
          Mono.error(
              new ProblemException(
                  new Problem(503, "outcome-unknown", Map.of(), List.of(), retryAfter)));
      case Outcome.Broken _, Outcome.KeyConflict _, Outcome.VersionConflict _ ->
          Mono.error(new ProblemException(Problem.of(500, "internal-error")));
    };
  }
}
