package cn.linli.mediation.roster;

import cn.linli.mediation.casework.MediatorCases;
import cn.linli.mediation.casework.RosterFields;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.roster.Candidate;
import cn.linli.mediation.domain.roster.Mediator;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Vault;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is looked up of mediators for one dispute: who works there, how much they have to do now,
 * whom they met before. Counted when it is asked, so it is never out of step with the disputes.
 */
public final class RosterBook {

  /** Mediators who serve one place or work in one body; the first that were registered. */
  static final int CANDIDATES_MAX = 500;

  private final CaseStates<Mediator> mediators;
  private final OpenCases openCases;
  private final Meetings meetings;
  private final Vault vault;

  RosterBook(CaseStates<Mediator> mediators, OpenCases openCases, Meetings meetings, Vault vault) {
    this.mediators = mediators;
    this.openCases = openCases;
    this.meetings = meetings;
    this.vault = vault;
  }

  /** Whether {@link #at} had to leave somebody out. */
  public static boolean isCut(List<Candidate> found) {
    return found.size() >= CANDIDATES_MAX;
  }

  /**
   * Who might mediate a dispute.
   *
   * @param body only who works in this committee, studio or team; null: everybody of the place
   */
  public List<Candidate> at(Dispute dispute, @Nullable String body) {
    var places =
        body == null
            ? RosterFields.around(dispute.filed().division()).map(RosterFields::serving).toList()
            : List.of(RosterFields.working(body));
    return candidates(
        mediators.list(
            Filters.in(RosterFields.PLACES, places),
            Sorts.ascending(RosterFields.SINCE, "_id"),
            CANDIDATES_MAX),
        dispute);
  }

  /** Those who are on the roster, in the order they were named. */
  public List<Candidate> named(List<String> ids, Dispute dispute) {
    List<StreamId> streams = ids.stream().map(MediatorCases::stream).toList();
    return candidates(mediators.findAll(streams), dispute);
  }

  /** Who mediators are, by id; who was erased is not there. */
  public Map<String, MediatorPerson> persons(List<String> ids) {
    List<StreamId> streams = ids.stream().distinct().map(MediatorCases::stream).toList();
    var refs = new LinkedHashMap<String, String>();
    mediators.findAll(streams).forEach(it -> refs.put(it.id(), it.state().filed().nameRef()));
    var contents = vault.openAll(refs.values());
    var persons = new HashMap<String, MediatorPerson>();
    refs.forEach((id, ref) ->
        contents.get(ref).read(MediatorPerson.class).ifPresent(it -> persons.put(id, it)));
    return persons;
  }

  private List<Candidate> candidates(List<Stored<Mediator>> found, Dispute dispute) {
    Map<String, Integer> open = openCases.of(found.stream().map(Stored::id).toList());
    Map<String, List<Candidate.Met>> met = meetings.of(found, dispute);
    return found.stream()
        .map(it ->
            new Candidate(
                it.id(),
                it.state(),
                open.getOrDefault(it.id(), 0),
                met.getOrDefault(it.id(), List.of())))
        .toList();
  }
}
