package cn.linli.timebank.activities;

import cn.linli.events.timebank.ActivityPlan;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.ServiceCode;
import cn.linli.timebank.domain.activities.Activity;
import cn.linli.timebank.domain.activities.Attendance;
import cn.linli.timebank.volunteering.Holders;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Activities as everybody may read them; who takes part is for organisers and themselves. */
public final class ActivityShown extends Shown<Activity, ActivityReply> {

  private final Vault vault;
  private final Holders holders;
  private final SpotCodes codes;

  ActivityShown(CaseStates<Activity> states, Vault vault, Holders holders, SpotCodes codes) {
    super(states, Activity.class);
    this.vault = vault;
    this.holders = holders;
    this.codes = codes;
  }

  @Override
  protected StreamId stream(String id) {
    return Kind.fromPath(ActivityCases.NAME, id);
  }

  @Override
  protected Instant since(Activity state) {
    return state.filed().at();
  }

  @Override
  protected List<ActivityReply> replies(List<Stored<Activity>> stored, Caller caller) {
    Actor actor = Actors.of(caller);
    Map<String, Content> titles =
        vault.openAll(stored.stream().map(it -> it.state().plan().titleRef()).toList());
    Map<String, Holders.Holder> known =
        holders.of(
            stored.stream()
                .flatMap(it -> it.state().attendances().stream())
                .map(Attendance::account)
                .toList());
    return stored.stream().map(it -> reply(it, actor, titles, known)).toList();
  }

  private ActivityReply reply(
      Stored<Activity> stored,
      Actor actor,
      Map<String, Content> titles,
      Map<String, Holders.Holder> known) {
    Activity it = stored.state();
    ActivityPlan plan = it.plan();
    boolean organiser = it.isOrganiser(actor);
    ServiceCode service = ServiceCode.of(plan.service()).orElse(ServiceCode.OTHER);
    return new ActivityReply(
        stored.id(),
        Objects.requireNonNull(titles.get(plan.titleRef())).text().orElse(""),
        plan.division(),
        plan.service(),
        service.group().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        it.status(),
        plan.startsAt(),
        plan.endsAt(),
        plan.places(),
        it.placesTaken(),
        count(it, Attendance.Standing.WAITING),
        plan.needed(),
        it.confirmed(),
        it.minutes(),
        it.heads(),
        plan.minutesMax(),
        plan.risk() || service.risk(),
        plan.skill() == null ? service.skill() : plan.skill(),
        plan.coOrganisers(),
        plan.ownCheck(),
        plan.topics(),
        plan.team(),
        it.filed().origin(),
        organiser ? codes.of(stored.id()) : null,
        it.attendances().stream()
            .filter(each -> organiser || isOwn(known.get(each.account()), actor))
            .map(each -> attended(each, known.get(each.account())))
            .toList(),
        it.filed().at(),
        stored.version());
  }

  private static int count(Activity activity, Attendance.Standing standing) {
    return (int) activity.attendances().stream().filter(it -> it.standing() == standing).count();
  }

  private static boolean isOwn(Holders.@Nullable Holder holder, Actor actor) {
    return holder != null && holder.isSpokenForBy(actor);
  }

  private static ActivityReply.Attended attended(Attendance it, Holders.@Nullable Holder holder) {
    return new ActivityReply.Attended(
        it.account(),
        holder == null ? null : holder.masked(),
        it.standing(),
        it.way(),
        it.inSince(),
        it.served(),
        it.minutes());
  }
}
