package cn.linli.mediation.domain.roster;

import cn.linli.events.WireName;
import cn.linli.events.mediation.MediatorFiling;
import cn.linli.events.mediation.MediatorProfile;
import cn.linli.events.mediation.RemovalGround;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a mediator on the roster.
 *
 * @param bodies studios and teams they work in, beside their committee
 * @param kin keyed hashes of phones of declared kin
 * @param interests codes of organisations they have an interest in
 * @param complaints how many there were
 * @param removedFor why they were removed
 */
public record Mediator(
    Standing standing,
    @Nullable MediatorFiling filing,
    List<String> bodies,
    List<String> kin,
    List<String> interests,
    int complaints,
    int warnings,
    @Nullable RemovalGround removedFor,
    @Nullable Instant registeredAt) {

  static final int BODIES_MAX = 20;

  public enum Standing implements WireName {
    NONE,
    ACTIVE,
    PAUSED,
    RESIGNED,
    REMOVED
  }

  /** Nobody was registered yet. */
  public static final Mediator NONE =
      new Mediator(Standing.NONE, null, List.of(), List.of(), List.of(), 0, 0, null, null);

  public Mediator {
    bodies = List.copyOf(bodies);
    kin = List.copyOf(kin);
    interests = List.copyOf(interests);
  }

  public boolean exists() {
    return filing != null;
  }

  public boolean isActive() {
    return standing == Standing.ACTIVE;
  }

  public MediatorFiling filed() {
    if (filing == null) {
      throw new IllegalStateException("nobody was registered yet");
    }
    return filing;
  }

  public MediatorProfile profile() {
    return filed().profile();
  }

  /** Where they are at home: the first place they work at. */
  public String home() {
    return profile().divisions().getFirst();
  }

  /** Keyed hashes under which the same person may be a party somewhere. */
  public Set<String> marks() {
    var marks = new HashSet<String>();
    if (filed().account() != null) {
      marks.add(filed().account());
    }
    if (filed().phoneMark() != null) {
      marks.add(filed().phoneMark());
    }
    return marks;
  }

  /** Codes of bodies in whose matters they do not mediate. */
  public Set<String> organisations() {
    var codes = new HashSet<>(interests);
    if (profile().organisation() != null) {
      codes.add(profile().organisation());
    }
    return codes;
  }

  /** Whether they mediate at a place. */
  public boolean serves(String division) {
    return profile().divisions().stream().anyMatch(division::startsWith);
  }

  /** Whether they work in a committee, a studio or a team. */
  public boolean worksIn(String body) {
    return filed().committee().equals(body) || bodies.contains(body);
  }

  Mediator in(Standing now) {
    return new Mediator(
        now, filing, bodies, kin, interests, complaints, warnings, removedFor, registeredAt);
  }

  Mediator with(MediatorProfile profile) {
    var now = filed();
    var changed =
        new MediatorFiling(
            now.committee(), now.elected(), now.nameRef(), now.account(), now.phoneMark(), profile);
    return new Mediator(
        standing, changed, bodies, kin, interests, complaints, warnings, removedFor, registeredAt);
  }

  Mediator joined(String body) {
    var more = new ArrayList<>(bodies);
    more.add(body);
    return withBodies(more);
  }

  Mediator left(String body) {
    return withBodies(bodies.stream().filter(each -> !each.equals(body)).toList());
  }

  private Mediator withBodies(List<String> now) {
    return new Mediator(
        standing, filing, now, kin, interests, complaints, warnings, removedFor, registeredAt);
  }

  Mediator declaring(List<String> kinNow, List<String> interestsNow) {
    return new Mediator(
        standing,
        filing,
        bodies,
        kinNow,
        interestsNow,
        complaints,
        warnings,
        removedFor,
        registeredAt);
  }

  Mediator counting(int moreComplaints, int moreWarnings) {
    return new Mediator(
        standing,
        filing,
        bodies,
        kin,
        interests,
        complaints + moreComplaints,
        warnings + moreWarnings,
        removedFor,
        registeredAt);
  }

  Mediator removedFor(RemovalGround ground) {
    return new Mediator(
        Standing.REMOVED,
        filing,
        bodies,
        kin,
        interests,
        complaints,
        warnings,
        ground,
        registeredAt);
  }
}
