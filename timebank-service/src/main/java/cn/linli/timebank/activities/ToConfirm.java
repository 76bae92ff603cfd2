package cn.linli.timebank.activities;

import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Redaction;
import cn.linli.platform.vault.Vault;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.desk.DeskPart;
import cn.linli.timebank.domain.activities.Activity;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Volunteers came and went, and somebody has to say how long it was. */
final class ToConfirm implements DeskPart {

  private final CaseStates<Activity> states;
  private final Vault vault;

  ToConfirm(CaseStates<Activity> states, Vault vault) {
    this.states = states;
    this.vault = vault;
  }

  /** The house of a place has all of it, others what they published. */
  @Override
  public List<Waiting> of(Caller caller) {
    String place = caller.scope().value();
    String list =
        Actors.of(caller).isHouse(place)
            ? ListFields.place(ActivityCases.TO_CONFIRM, place)
            : ListFields.of(ActivityCases.TO_CONFIRM, caller.by());
    List<Stored<Activity>> found = Listing.first(states, list, ITEMS_MAX);
    Map<String, Content> titles =
        vault.openAll(found.stream().map(it -> it.state().plan().titleRef()).toList());
    return found.stream()
        .map(it ->
            new Waiting(
                "confirm-service",
                it.id(),
                Redaction.caption(
                    Objects.requireNonNull(titles.get(it.state().plan().titleRef()))
                        .text()
                        .orElse("")),
                it.state().status().wire(),
                it.state().due(),
                "/api/v1/bank/activities/" + it.id()))
        .toList();
  }
}
