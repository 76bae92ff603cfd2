package cn.linli.petition.kin;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.ListFields;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.SameMatter;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.vault.PersonMark;
import cn.linli.platform.vault.Vault;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Finds the earlier request of the same person on the same matter (同人同事). Source: domain rules
 * §4.5.
 *
 * <p>A person is known by the keyed hash of the token, or by that of the phone number a clerk wrote
 * down; both stay in the service. Somebody who files with another person's number learns nothing: a
 * resident is compared by token only, and a clerk is told only of what the clerk may read.
 */
public final class Repeats {

  private final Neighbourhood neighbourhood;
  private final PetitionStates states;
  private final Vault vault;
  private final Reach reach;
  private final FactsBook facts;

  Repeats(
      Neighbourhood neighbourhood,
      PetitionStates states,
      Vault vault,
      Reach reach,
      FactsBook facts) {
    this.neighbourhood = neighbourhood;
    this.states = states;
    this.vault = vault;
    this.reach = reach;
    this.facts = facts;
  }

  /**
   * @param phone of the petitioner, as a clerk wrote it down; null where none was given
   */
  public record Filed(
      Caller caller,
      boolean onBehalf,
      @Nullable PersonMark phone,
      String category,
      String division,
      Binary sketch,
      Instant now) {}

  /** The latest one that is still pending, or finished so lately that it may be reopened. */
  public Optional<Stored> earlier(Filed filed) {
    return candidates(filed).flatMap(among -> pending(filed, among));
  }

  private Optional<Bson> candidates(Filed filed) {
    Caller caller = filed.caller();
    if (caller.is(Role.RESIDENT)) {
      return filed.onBehalf()
          ? Optional.empty()
          : Optional.of(
              and(
                  eq(ListFields.MINE, caller.by()),
                  gte(ListFields.RECEIVED, Date.from(filed.now().minus(Neighbourhood.WINDOW)))));
    }
    if (filed.phone() == null) {
      return Optional.empty();
    }
    List<String> cases = vault.casesOf(filed.phone());
    return cases.isEmpty()
        ? Optional.empty()
        : Optional.of(in("_id", cases.stream().map(Neighbourhood::stream).toList()));
  }

  private Optional<Stored> pending(Filed filed, Bson among) {
    return neighbourhood
        .same(among, filed.sketch(), filed.category(), filed.division(), SameMatter.COMMON_MIN)
        .stream()
        .map(id -> states.find(PetitionStream.of(id)))
        .flatMap(Optional::stream)
        .filter(stored -> reach.of(stored.petition(), filed.caller()) == Reach.View.OPEN)
        .filter(stored -> SameMatter.isPending(stored.petition(), filed.now(), facts.habits()))
        .findFirst();
  }
}
