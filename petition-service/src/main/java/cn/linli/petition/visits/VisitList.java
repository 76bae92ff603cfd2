package cn.linli.petition.visits;

import cn.linli.events.petition.Level;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.ListFields;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Actor;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Status;
import cn.linli.petition.domain.Visits;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Mask;
import cn.linli.platform.vault.Redaction;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.Query;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;

/** One page of an index that holds only what is due. */
final class VisitList {

  private final PetitionStates states;
  private final Reach reach;
  private final Vault vault;

  VisitList(PetitionStates states, Reach reach, Vault vault) {
    this.states = states;
    this.reach = reach;
    this.vault = vault;
  }

  Page<VisitDue> page(Query<NoBody> query) {
    DivisionCode place = query.division("division").orElse(query.caller().scope());
    query.caller().mustCover(place);
    var filters = new ArrayList<Bson>();
    filters.add(Filters.eq(ListFields.PLACES, ListFields.visits(place.value())));
    if (place.value().length() > Level.COMMUNITY.digits()) {
      filters.add(Filters.eq(ListFields.PLACES, place.value()));
    }
    filters.add(Filters.gt(ListFields.RECEIVED, new Date(0)));
    filters.add(Filters.nin(ListFields.ACCUSED, reach.marks(query.caller())));
    query.after().ifPresent(it -> filters.add(after(it)));
    Page<Stored> page =
        query.page(
            states.list(Filters.and(filters), query.limit() + 1),
            it -> new Position(it.petition().filed().submittedAt(), it.id()));
    return new Page<>(items(page.items(), Actors.of(query.caller())), page.next());
  }

  private static Bson after(Position position) {
    Date received = Date.from(position.receivedAt());
    return Filters.and(
        Filters.gte(ListFields.RECEIVED, received),
        Filters.or(
            Filters.gt(ListFields.RECEIVED, received),
            Filters.gt("_id", PetitionStream.of(position.id()).toString())));
  }

  private List<VisitDue> items(List<Stored> due, Actor actor) {
    var refs = new ArrayList<String>();
    for (Stored stored : due) {
      refs.add(stored.petition().filed().contentRef());
      String contactRef = stored.petition().filed().contactRef();
      if (contactRef != null) {
        refs.add(contactRef);
      }
    }
    Map<String, Content> opened = vault.openAll(refs);
    return due.stream().map(it -> item(it, actor, opened)).toList();
  }

  private static VisitDue item(Stored stored, Actor actor, Map<String, Content> opened) {
    Petition petition = stored.petition();
    var filing = petition.filed();
    String contactRef = filing.contactRef();
    var contact =
        contactRef == null
            ? null
            : opened.get(contactRef).read(FiledContent.Contact.class).orElse(null);
    return new VisitDue(
        stored.id(),
        Redaction.caption(
            opened
                .get(filing.contentRef())
                .read(FiledContent.class)
                .orElse(FiledContent.ERASED)
                .title()),
        petition.status(),
        filing.division(),
        filing.facets().category(),
        filing.submittedAt(),
        petition.status() == Status.RESOLVED ? "answered" : "deadline",
        Visits.dueSince(petition),
        petition.round().unreachedOn().size(),
        Visits.mayVisit(petition, actor),
        contact == null || contact.phone() == null ? null : Mask.phone(contact.phone()),
        "/api/v1/petitions/" + stored.id());
  }
}
