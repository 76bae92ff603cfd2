package cn.linli.platform.web;

import static cn.linli.platform.web.Roles.anyone;
import static cn.linli.platform.web.Roles.by;

import cn.linli.events.Event;
import cn.linli.events.WireName;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.DivisionTree;
import cn.linli.platform.division.Divisions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service as small as can be, on the same conventions as the real ones. */
@Configuration(proxyBeanMethods = false)
class ParcelService {

  enum Size3 implements WireName {
    SMALL,
    LARGE,
    VERY_LARGE
  }

  record Item(@NotBlank @Size(max = 20) String name, @Positive int pieces) {}

  record Evidence(@NotBlank @Size(max = 100) String attachment) {}

  record Send(
      @NotNull DivisionCode division,
      @NotNull Size3 size,
      @NotNull @Size(max = 3) List<@Valid Item> items,
      @Nullable Instant pickUpAt)
      implements InDivision {}

  record Sign(
      @NotBlank @NamesActor @Size(max = 80) String by, @Nullable Evidence recordedOnBehalf) {}

  record Move(@NotNull DivisionCode to) {}

  record Ask(@NotBlank @Size(max = 80) String words) {}

  sealed interface ParcelEvent extends Event {
    record Sent(String division, Instant at) implements ParcelEvent {}

    record Opened() implements ParcelEvent {}

    record Moved(String division) implements ParcelEvent {}
  }

  record Parcel(@Nullable String division, Instant sentAt, boolean open) {}

  record ParcelReply(String id, boolean open, Instant sentAt, long version) implements Versioned {}

  @Bean
  MemoryGate gate() {
    return new MemoryGate(
        (state, event, at) ->
            switch ((ParcelEvent) event) {
              case ParcelEvent.Sent(var division, var sentAt) ->
                  new Parcel(division, sentAt, false);
              case ParcelEvent.Moved(var division) ->
                  new Parcel(division, ((Parcel) state).sentAt(), false);
              case ParcelEvent.Opened() ->
                  new Parcel(((Parcel) state).division(), ((Parcel) state).sentAt(), true);
            },
        new Parcel(null, Instant.EPOCH, false));
  }

  @Bean
  Divisions divisions() {
    return new Divisions(DivisionTree.shipped());
  }

  @Bean
  RouteTable parcels(Web web, MemoryGate gate) {
    return Routes.under("/api/v1/parcels", web)
        .resource(ParcelReply.class, new ParcelResource(gate))
        .post("", Send.class, by(Role.RESIDENT, Role.GRID_WORKER), ParcelService::send)
        .about("Sends a parcel.")
        .post("/{id}/open", by(Role.GRID_WORKER, Role.COMMUNITY_CLERK), ParcelService::open)
        .post("/{id}/sign", Sign.class, anyone(), ParcelService::sign)
        .post("/{id}/move", Move.class, by(Role.GRID_WORKER), ParcelService::move)
        .get("/{id}", ParcelReply.class, anyone(), query -> one(gate, query))
        .list("", ParcelReply.class, anyone(), List.of("size"), query -> all(gate, query))
        .read("/ask", Ask.class, Ask.class, by(Role.ADMIN), Query::body)
        .get(
            "/broken",
            ParcelReply.class,
            anyone(),
            query -> {
              throw new IllegalStateException("secret inside");
            })
        .build();
  }

  private static Command send(Call<Send> call) {
    var stream = new StreamId("parcel", call.derivedId("parcel"));
    return call.creates(
        stream,
        Command.single(
            stream,
            Parcel.class,
            (parcel, at) ->
                Decision.accept(
                    new ParcelEvent.Sent(call.body().division().value(), call.receivedAt()))));
  }

  private static Command open(Call<NoBody> call) {
    return change(call);
  }

  private static Command sign(Call<Sign> call) {
    return change(call);
  }

  private static Command move(Call<Move> call) {
    var stream = new StreamId("parcel", call.path("id"));
    return call.changes(
        stream,
        Command.<Parcel, ParcelEvent>single(
            stream,
            Parcel.class,
            (parcel, at) -> Decision.accept(new ParcelEvent.Moved(call.body().to().value()))));
  }

  private static Command change(Call<?> call) {
    var stream = new StreamId("parcel", call.path("id"));
    return call.changes(
        stream,
        Command.<Parcel, ParcelEvent>single(
            stream,
            Parcel.class,
            (parcel, at) -> {
              if (parcel.division() == null) {
                return Decision.refuse("not-found");
              }
              if (!call.caller().covers(DivisionCode.of(parcel.division()))) {
                return Decision.refuse("out-of-scope");
              }
              return parcel.open()
                  ? Decision.refuse("already-open")
                  : Decision.accept(new ParcelEvent.Opened());
            }));
  }

  private static @Nullable Object one(MemoryGate gate, Query<NoBody> query) {
    return new ParcelResource(gate)
        .asItIsNow(new StreamId("parcel", query.path("id")), query.caller(), query.language());
  }

  private static Object all(MemoryGate gate, Query<NoBody> query) {
    query.oneOf("size", Size3.class);
    var order = Comparator.comparing(ParcelReply::sentAt).thenComparing(ParcelReply::id);
    var after = query.after();
    var items =
        gate.streams().stream()
            .map(stream -> reply(stream, gate.version(stream), (Parcel) gate.state(stream)))
            .sorted(order)
            .filter(it ->
                after.isEmpty()
                    || it.sentAt().compareTo(after.get().receivedAt()) > 0
                    || it.sentAt().equals(after.get().receivedAt())
                        && it.id().compareTo(after.get().id()) > 0)
            .limit(query.limit() + 1L)
            .toList();
    return query.page(items, it -> new Position(it.sentAt(), it.id()));
  }

  private static ParcelReply reply(StreamId stream, long version, Parcel parcel) {
    return new ParcelReply(stream.key(), parcel.open(), parcel.sentAt(), version);
  }

  private record ParcelResource(MemoryGate gate) implements Resource<ParcelReply> {

    @Override
    public ParcelReply afterCommit(Outcome.Done done, Call<?> call) {
      return reply(done.primary(), done.version(), (Parcel) done.states().get(done.primary()));
    }

    @Override
    public @Nullable ParcelReply asItIsNow(StreamId primary, Caller caller, Language language) {
      if (gate.version(primary) == 0) {
        return null;
      }
      var parcel = (Parcel) gate.state(primary);
      return caller.covers(DivisionCode.of(parcel.division()))
          ? reply(primary, gate.version(primary), parcel)
          : null;
    }
  }
}
