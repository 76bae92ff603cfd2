package cn.linli.timebank.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of services. Sources: the groups of the Beijing scheme of 2022 (comfort, help,
 * going out, culture, health, legal, lectures, fraud prevention) and what the five reference
 * communities do; that a service is risky or asks for a skill is a project decision on 志愿服务条例
 * §15–17.
 */
public enum ServiceCode {
  HOME_VISIT(Group.COMFORT),
  COUNSELLING(Group.COMFORT, "counselling"),
  BIRTHDAY(Group.COMFORT),
  HELP(Group.HELP),
  CLEANING(Group.HELP),
  CORRIDOR_CLEANING(Group.HELP),
  HYGIENE_CLEANUP(Group.HELP),
  SNOW_CLEARING(Group.HELP),
  LUNCH(Group.HELP),
  REPAIR(Group.HELP, "repair"),
  GREENERY(Group.HELP),
  DOGS(Group.HELP),
  ESTATE_STEWARD(Group.HELP),
  OUTING(Group.OUTING),
  SCHOOL_PICK_UP(Group.OUTING, "school-pick-up"),
  CULTURE(Group.CULTURE),
  SPORT(Group.CULTURE),
  TUTORING(Group.CULTURE, "tutoring"),
  FREE_CLINIC(Group.HEALTH, "medicine"),
  EPIDEMIC_OUTREACH(Group.HEALTH),
  LEGAL_EDUCATION(Group.LEGAL),
  LEGAL_ADVICE(Group.LEGAL, "law"),
  MEDIATION(Group.LEGAL),
  LECTURE(Group.LECTURES),
  FRAUD_PREVENTION(Group.FRAUD_PREVENTION),
  PATROL(Group.SAFETY, true, null),
  RESCUE(Group.SAFETY, true, "rescue"),
  HIGH_WORK(Group.SAFETY, true, "high-work"),
  OTHER(Group.HELP);

  /** What is alike. */
  public enum Group {
    COMFORT,
    HELP,
    OUTING,
    CULTURE,
    HEALTH,
    LEGAL,
    LECTURES,
    FRAUD_PREVENTION,
    SAFETY
  }

  private static final Map<String, ServiceCode> BY_WIRE =
      Arrays.stream(values()).collect(Collectors.toMap(ServiceCode::wire, Function.identity()));

  private final Group group;
  private final boolean risk;
  private final @Nullable String skill;

  ServiceCode(Group group) {
    this(group, false, null);
  }

  ServiceCode(Group group, String skill) {
    this(group, false, skill);
  }

  ServiceCode(Group group, boolean risk, @Nullable String skill) {
    this.group = group;
    this.risk = risk;
    this.skill = skill;
  }

  public static Optional<ServiceCode> of(String wire) {
    return Optional.ofNullable(BY_WIRE.get(wire));
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Group group() {
    return group;
  }

  /** Only with insurance, never with minors, whatever the plan says. */
  public boolean risk() {
    return risk;
  }

  /** In people's homes: minors only where the scheme says so. */
  public boolean inHomes() {
    return this == HOME_VISIT || this == COUNSELLING || this == CLEANING || this == REPAIR;
  }

  /** A skill that must have been shown; null: everybody can do it. */
  public @Nullable String skill() {
    return skill;
  }
}
