package cn.linli.petition.notices;

import cn.linli.events.petition.NoticeAbout;
import cn.linli.petition.casework.ListFields;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Telling;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.notice.Notice;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.Query;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;

/** What was given up, newest try of each request, in the order the requests came in. */
final class FailedNotices {

  private final PetitionStates states;
  private final Reach reach;

  FailedNotices(PetitionStates states, Reach reach) {
    this.states = states;
    this.reach = reach;
  }

  Page<FailedNotice> page(Query<NoBody> query) {
    DivisionCode place = query.division("division").orElse(query.caller().scope());
    query.caller().mustCover(place);
    var filters = new ArrayList<Bson>();
    filters.add(Filters.eq(ListFields.PLACES, ListFields.failedNotices(place.value())));
    filters.add(Filters.gt(ListFields.RECEIVED, new Date(0)));
    filters.add(Filters.nin(ListFields.ACCUSED, reach.marks(query.caller())));
    query.after().ifPresent(it -> filters.add(after(it)));
    Page<Stored> page =
        query.page(
            states.list(Filters.and(filters), query.limit() + 1),
            it -> new Position(it.petition().filed().submittedAt(), it.id()));
    List<FailedNotice> items =
        page.items().stream()
            .flatMap(stored ->
                Telling.notices(stored.petition()).latest().stream()
                    .filter(Notice::isGivenUp)
                    .map(notice -> item(stored, notice)))
            .toList();
    return new Page<>(items, page.next());
  }

  private static FailedNotice item(Stored stored, Notice<NoticeAbout> notice) {
    return new FailedNotice(
        stored.id(),
        notice.id(),
        notice.about(),
        stored.petition().filed().division(),
        notice.at(),
        notice.attempts(),
        notice.failure(),
        "/api/v1/petitions/" + stored.id());
  }

  private static Bson after(Position position) {
    Date received = Date.from(position.receivedAt());
    return Filters.and(
        Filters.gte(ListFields.RECEIVED, received),
        Filters.or(
            Filters.gt(ListFields.RECEIVED, received),
            Filters.gt("_id", PetitionStream.of(position.id()).toString())));
  }
}
