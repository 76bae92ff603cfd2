package cn.linli.mediation.domain.roster;

import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.MediatorGrade;
import cn.linli.mediation.domain.roster.Ranked.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts mediators in the order in which they fit a dispute. The same roster in another order gives
 * the same ranking: nothing but what is known of dispute and mediator counts, and ties are broken
 * by a hash of both.
 */
public final class Ranking {

  private Ranking() {}

  /**
   * @param ranked who may sit, best first
   * @param blocked who may not, and why, by id
   */
  public record Result(List<Ranked> ranked, List<Blocked> blocked) {}

  public record Blocked(Candidate candidate, List<Conflict> conflicts) {}

  /** Who is not active or does not work at the place is no candidate and is left out. */
  public static Result of(List<Candidate> roster, Matter matter) {
    var ranked = new ArrayList<Ranked>();
    var blocked = new ArrayList<Blocked>();
    for (Candidate candidate : roster) {
      if (!isAvailable(candidate.mediator(), matter)) {
        continue;
      }
      List<Conflict> conflicts = Conflict.of(candidate, matter);
      if (conflicts.isEmpty()) {
        ranked.add(ranked(candidate, matter));
      } else {
        blocked.add(new Blocked(candidate, conflicts));
      }
    }
    Function<String, String> lot = id -> lot(matter.dispute(), id);
    var ties = ranked.stream().collect(Collectors.toMap(Ranked::id, it -> lot.apply(it.id())));
    ranked.sort(
        Comparator.comparingInt(Ranked::score).reversed().thenComparing(it -> ties.get(it.id())));
    blocked.sort(Comparator.comparing(it -> it.candidate().id()));
    return new Result(List.copyOf(ranked), List.copyOf(blocked));
  }

  static boolean isAvailable(Mediator mediator, Matter matter) {
    return mediator.isActive() && mediator.serves(matter.division());
  }

  private static Ranked ranked(Candidate candidate, Matter matter) {
    List<Part> parts = parts(candidate, matter);
    return new Ranked(candidate, parts.stream().mapToInt(Part::points).sum(), parts);
  }

  private static List<Part> parts(Candidate candidate, Matter matter) {
    Mediator it = candidate.mediator();
    var parts = new ArrayList<Part>();
    long chosenBy =
        matter.sides().stream().filter(side -> side.chosen().contains(candidate.id())).count();
    if (chosenBy > 0) {
      boolean all = chosenBy == matter.sides().size();
      parts.add(part(all ? Merit.CHOSEN_BY_ALL : Merit.CHOSEN_BY_SOME, "" + chosenBy));
    }
    var spoken = new TreeSet<>(matter.languages());
    spoken.retainAll(it.profile().languages());
    if (!spoken.isEmpty()) {
      int points = Merit.LANGUAGE.points() * spoken.size() / matter.languages().size();
      parts.add(new Part(Merit.LANGUAGE, points, String.join(",", spoken)));
    }
    if (it.profile().specialties().contains(matter.kind())) {
      parts.add(part(Merit.SPECIALTY, matter.kind().wire()));
    }
    if (matter.body() != null && it.worksIn(matter.body())) {
      parts.add(part(Merit.SAME_BODY, matter.body()));
    }
    near(it, matter, parts);
    MediatorGrade grade = it.profile().grade();
    if (grade == MediatorGrade.PEACEMAKER && matter.level() == DisputeLevel.BUILDING) {
      parts.add(part(Merit.PEACEMAKER, matter.level().wire()));
    }
    if (grade == MediatorGrade.CHIEF || grade == MediatorGrade.FULL_TIME) {
      Merit merit = grade == MediatorGrade.CHIEF ? Merit.CHIEF : Merit.FULL_TIME;
      parts.add(part(merit, grade.wire()));
    }
    if (candidate.openCases() > 0) {
      int points =
          Math.max(
              Merit.OPEN_CASES_MOST,
              Math.multiplyExact(
                  Merit.OPEN_CASES.points(), Math.min(candidate.openCases(), 1_000)));
      parts.add(new Part(Merit.OPEN_CASES, points, "" + candidate.openCases()));
    }
    return parts;
  }

  private static void near(Mediator mediator, Matter matter, List<Part> parts) {
    String community = DisputeLevel.COMMUNITY.around(matter.division());
    String street = DisputeLevel.STREET.around(matter.division());
    if (community.length() > street.length() && worksWithin(mediator, community)) {
      parts.add(part(Merit.SAME_COMMUNITY, community));
    } else if (worksWithin(mediator, street)) {
      parts.add(part(Merit.SAME_STREET, street));
    }
  }

  private static boolean worksWithin(Mediator mediator, String place) {
    return mediator.profile().divisions().stream().anyMatch(each -> each.startsWith(place));
  }

  private static Part part(Merit merit, String detail) {
    return new Part(merit, merit.points(), detail);
  }

  /** No chance: whoever asks again sees the same order. */
  private static String lot(String dispute, String mediator) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((dispute + "\n" + mediator).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
