package cn.linli.petition.queries;

import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Petition;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Query;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names, phones and addresses in clear, for those who need them for the case; logged first. */
final class Unmasking {

  private final PetitionStates states;
  private final Reach reach;
  private final Vault vault;

  Unmasking(PetitionStates states, Reach reach, Vault vault) {
    this.states = states;
    this.reach = reach;
    this.vault = vault;
  }

  record Reason(@NotBlank @Size(max = 500) String reason) {}

  record Unmasked(
      String id,
      FiledContent.@Nullable Contact petitioner,
      FiledContent.@Nullable Location location,
      FiledContent.@Nullable Accused accused,
      FiledContent.@Nullable Consent consent) {}

  @Nullable Object unmask(Query<Reason> query) {
    StreamId stream = PetitionStream.fromPath(query.path("id"));
    Petition petition = states.find(stream).map(PetitionStates.Stored::petition).orElse(null);
    if (petition == null || reach.of(petition, query.caller()) == Reach.View.HIDDEN) {
      return null;
    }
    if (!needsIt(petition, query.caller())) {
      throw AccessException.outOfScope();
    }
    var refs = new ArrayList<String>();
    refs.add(petition.filed().contentRef());
    String contactRef = petition.filed().contactRef();
    if (contactRef != null) {
      refs.add(contactRef);
    }
    Map<String, Content> opened =
        vault.unmask(stream, refs, query.caller().by(), query.body().reason(), query.correlation());
    FiledContent content =
        opened
            .get(petition.filed().contentRef())
            .read(FiledContent.class)
            .orElse(FiledContent.ERASED);
    return new Unmasked(
        stream.key(),
        contactRef == null
            ? null
            : opened.get(contactRef).read(FiledContent.Contact.class).orElse(null),
        content.location(),
        content.accused(),
        content.consent());
  }

  /** Who has it in hand, helps, stands above, or looks after it from a desk; or filed it. */
  private static boolean needsIt(Petition petition, Caller caller) {
    var actor = Actors.of(caller);
    return caller.by().equals(petition.filed().by())
        || actor.holds(petition)
        || actor.helps(petition)
        || actor.standsAbove(petition)
        || actor.desk() && actor.covers(petition.filed().division());
  }
}
