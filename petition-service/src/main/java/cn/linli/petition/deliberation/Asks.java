package cn.linli.petition.deliberation;

import cn.linli.events.petition.HeadCount;
import cn.linli.petition.casework.Attendees;
import cn.linli.petition.casework.Codes;
import cn.linli.petition.domain.DeliberationCommand;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From bodies to commands: names and words go into the vault, codes and head-counts on. */
final class Asks {

  /** A person of whom no role is said. */
  private static final String RESIDENT = "resident";

  private Asks() {}

  static PetitionCommand deliberate(Bodies.Deliberate body, Words words) {
    return new DeliberationCommand.Deliberate(
        body.matter(), words.seal(body.topic()), words.seal(body.venue()), body.meetingAt());
  }

  static PetitionCommand meet(Bodies.Meeting body, Words words) {
    List<Bodies.Attendee> there = once(body.attendees());
    boolean named = there.stream().anyMatch(it -> it.person() != null);
    return new DeliberationCommand.Meet(
        heads(there),
        named ? words.seal(null, attendees(there)) : null,
        words.seal(body.resolution()));
  }

  /** Somebody named twice is there once. */
  private static List<Bodies.Attendee> once(List<Bodies.Attendee> attendees) {
    var named = new HashSet<String>();
    var there = new ArrayList<Bodies.Attendee>();
    for (Bodies.Attendee it : attendees) {
      if (blank(it.person()) ? !blank(it.role()) : named.add(it.person().strip())) {
        there.add(it);
      }
    }
    return there;
  }

  private static List<HeadCount> heads(List<Bodies.Attendee> attendees) {
    var heads = new TreeMap<String, Integer>();
    for (Bodies.Attendee it : attendees) {
      String role = blank(it.role()) ? RESIDENT : Codes.wordOrNoted(it.role());
      heads.merge(role, 1, Integer::sum);
    }
    return heads.entrySet().stream()
        .map(each -> new HeadCount(each.getKey(), each.getValue()))
        .toList();
  }

  private static Attendees attendees(List<Bodies.Attendee> attendees) {
    return new Attendees(
        attendees.stream().map(it -> new Attendees.Attendee(it.person(), it.role())).toList());
  }

  static PetitionCommand consult(Bodies.Consult body, Words words) {
    Bodies.Agreement agreement = body.agreement();
    return new DeliberationCommand.Consult(
        codes(body.parties()),
        named(body.parties(), words),
        words.seal(body.outcome()),
        agreement == null ? null : terms(agreement, body.parties(), words));
  }

  private static DeliberationCommand.Terms terms(
      Bodies.Agreement agreement, List<String> consulted, Words words) {
    List<String> parties = agreement.parties() == null ? consulted : agreement.parties();
    return new DeliberationCommand.Terms(
        codes(parties),
        named(parties, words),
        words.seal(agreement.object()),
        agreement.from(),
        agreement.until());
  }

  private static List<String> codes(List<String> parties) {
    return parties.stream().map(it -> code(it)).toList();
  }

  private static String code(String party) {
    String code = Codes.bodyOrNoted(Codes.normalised(party));
    return code == null ? Codes.NOTED : code;
  }

  /** One party a line, where some are said in words. */
  private static @Nullable String named(List<String> parties, Words words) {
    return codes(parties).contains(Codes.NOTED)
        ? words.seal(String.join("\n", parties.stream().map(it -> it.replace('\n', ' ')).toList()))
        : null;
  }

  static PetitionCommand act(Bodies.Act body, Words words, Caller caller) {
    String by = body.by();
    String unit =
        by != null && body.recordedOnBehalf() != null
            ? code(by)
            : caller.organisation() != null ? caller.organisation() : caller.scope().value();
    return new DeliberationCommand.Act(unit, words.seal(body.task()), body.due());
  }

  static PetitionCommand review(Bodies.Review body, Words words) {
    return new DeliberationCommand.Review(
        body.score(), body.recordedOnBehalf() != null, words.sealIfAny(body.comment()));
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
