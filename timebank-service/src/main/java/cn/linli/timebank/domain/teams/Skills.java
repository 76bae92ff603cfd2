package cn.linli.timebank.domain.teams;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.SkillEvent;
import cn.linli.events.timebank.SkillEvent.*;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.Volunteer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer can do.
 *
 * @param account null: nothing was said yet
 * @param declared by the volunteer
 * @param shown seen by somebody else
 */
public record Skills(
    @Nullable String account,
    @Nullable String division,
    SortedSet<String> declared,
    SortedSet<String> shown,
    @Nullable Instant since) {

  /** Nothing was said. */
  public static final Skills NONE = new Skills(null, null, new TreeSet<>(), new TreeSet<>(), null);

  static final int SKILLS_MAX = 30;

  public Skills {
    declared = Collections.unmodifiableSortedSet(new TreeSet<>(declared));
    shown = Collections.unmodifiableSortedSet(new TreeSet<>(shown));
  }

  public boolean exists() {
    return account != null;
  }

  public static Skills evolve(Skills now, SkillEvent event, Instant at) {
    Instant since = now.since == null ? at : now.since;
    return switch (event) {
      case SkillDeclared it ->
          new Skills(it.account(), it.division(), with(now.declared, it.skill()), now.shown, since);
      case SkillShown it ->
          new Skills(
              it.account(),
              it.division(),
              with(now.declared, it.skill()),
              with(now.shown, it.skill()),
              since);
      case SkillDropped it ->
          new Skills(
              it.account(),
              it.division(),
              without(now.declared, it.skill()),
              without(now.shown, it.skill()),
              since);
    };
  }

  public Decision<SkillEvent> declare(Volunteer who, String skill, Actor actor) {
    if (!who.isActor(actor) && !actor.isHouse(who.division())) {
      return refuse("not-yourself");
    }
    if (declared.contains(skill)) {
      return refuse("skill-known");
    }
    return declared.size() < SKILLS_MAX
        ? accept(new SkillDeclared(who.account(), who.division(), skill))
        : refuse("too-many-skills", "limit", SKILLS_MAX);
  }

  /** Nobody vouches for themselves. */
  public Decision<SkillEvent> show(Volunteer who, String skill, String evidenceRef, Actor actor) {
    if (who.isActor(actor)) {
      return refuse("self-confirmation");
    }
    if (!actor.isHouse(who.division())) {
      return refuse("out-of-scope");
    }
    if (shown.contains(skill)) {
      return refuse("skill-known");
    }
    return declared.contains(skill) || declared.size() < SKILLS_MAX
        ? accept(new SkillShown(who.account(), who.division(), skill, evidenceRef))
        : refuse("too-many-skills", "limit", SKILLS_MAX);
  }

  public Decision<SkillEvent> drop(Volunteer who, String skill, Actor actor) {
    if (!who.isActor(actor) && !actor.isHouse(who.division())) {
      return refuse("not-yourself");
    }
    return declared.contains(skill)
        ? accept(new SkillDropped(who.account(), who.division(), skill))
        : refuse("unknown-skill");
  }

  /**
   * What the other passbook of the same person had goes over, seen where it was seen there. Nothing
   * is cut off at {@link #SKILLS_MAX}: that is for what is added.
   *
   * @param into this one's account
   * @param evidenceRef what shows that both are one person's
   */
  public List<SkillEvent> takeOver(String into, Skills had, String evidenceRef) {
    var events = new ArrayList<SkillEvent>();
    for (String skill : had.declared) {
      if (had.shown.contains(skill) && !shown.contains(skill)) {
        events.add(new SkillShown(into, Objects.requireNonNull(had.division), skill, evidenceRef));
      } else if (!declared.contains(skill)) {
        events.add(new SkillDeclared(into, Objects.requireNonNull(had.division), skill));
      }
    }
    return events;
  }

  /** Nobody is found by a passbook that is closed. */
  public List<SkillEvent> dropAll() {
    return declared.stream()
        .<SkillEvent>map(skill ->
            new SkillDropped(
                Objects.requireNonNull(account), Objects.requireNonNull(division), skill))
        .toList();
  }

  private static SortedSet<String> with(SortedSet<String> all, String one) {
    var more = new TreeSet<>(all);
    more.add(one);
    return more;
  }

  private static SortedSet<String> without(SortedSet<String> all, String one) {
    var less = new TreeSet<>(all);
    less.remove(one);
    return less;
  }
}
