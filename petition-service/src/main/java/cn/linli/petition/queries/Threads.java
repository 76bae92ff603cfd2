package cn.linli.petition.queries;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Evolution;
import cn.linli.platform.journal.History;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened to the requests that were opened under one correlation id. */
final class Threads {

  /** A matter is one request, or a few. */
  private static final int REQUESTS_MAX = 20;

  private final PetitionStates states;
  private final History history;
  private final Reach reach;

  Threads(PetitionStates states, History history, Reach reach) {
    this.states = states;
    this.history = history;
    this.reach = reach;
  }

  record Thread(List<Moment> items) {}

  record Moment(Instant at, String resource, long sequence, String what, String by) {}

  @Nullable Object of(Query<NoBody> query) {
    var moments = new ArrayList<Moment>();
    for (var stored : states.opened(query.path("correlation"), REQUESTS_MAX)) {
      if (reach.of(stored.petition(), query.caller()) == Reach.View.OPEN) {
        moments.addAll(moments(stored.id()));
      }
    }
    moments.sort(Comparator.comparing(Moment::at).thenComparing(Moment::sequence));
    return moments.isEmpty() ? null : new Thread(moments);
  }

  private List<Moment> moments(String id) {
    return history.events(PetitionStream.of(id), PetitionEvent.class, 0, History.PAGE_MAX).stream()
        .map(it ->
            new Moment(
                it.stamp().recordedAt(),
                "/api/v1/petitions/" + id,
                it.sequence(),
                Evolution.what(it.event()),
                Histories.withoutMark(it.by())))
        .toList();
  }
}
