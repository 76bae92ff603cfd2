package cn.linli.mediation.documents;

import cn.linli.events.mediation.PanelSeat;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.Accords;
import cn.linli.mediation.domain.Claim;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Panel;
import cn.linli.mediation.domain.Party;
import cn.linli.mediation.papers.Head;
import cn.linli.mediation.papers.Person;
import cn.linli.mediation.papers.Signed;
import cn.linli.mediation.reply.Opened;
import cn.linli.platform.vault.Mask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all papers of one dispute are filled from, for one reader. */
record Filling(
    Dispute dispute,
    Opened opened,
    Reader reader,
    Head head,
    BodyNames bodies,
    Map<String, String> mediatorNames) {

  static final String ERASED = "（内容已删除）";
  private static final String BY_HAND = "（签名、盖章或按指印）";

  Head at(@Nullable Instant when) {
    return head.at(Objects.requireNonNullElse(when, dispute.filed().receivedAt()));
  }

  String name(Party party) {
    return opened
        .person(party)
        .map(Sealed.Person::name)
        .map(it -> reader.names() ? it : Mask.name(it))
        .orElse(ERASED);
  }

  String name(String no) {
    return dispute.party(no).map(this::name).orElse(no);
  }

  String names(List<String> parties) {
    return parties.stream().map(this::name).collect(Collectors.joining("、"));
  }

  Person person(Party party) {
    Optional<Sealed.Person> person = opened.person(party);
    String agent = person.map(Sealed.Person::representative).orElse(null);
    String phone = person.map(Sealed.Person::phone).orElse(null);
    return new Person(
        Labels.of(party.role()),
        name(party),
        agent == null ? "" : reader.names() ? agent : Mask.name(agent),
        phone == null || !reader.phone(party) ? "" : Mask.phone(phone),
        "");
  }

  /** All that were named, in their order: who left is told as such where it matters. */
  List<Person> persons() {
    return dispute.parties().stream().map(this::person).toList();
  }

  List<Person> persons(List<String> numbers) {
    return numbers.stream().flatMap(no -> dispute.party(no).stream()).map(this::person).toList();
  }

  boolean ofOne(String party) {
    return dispute.party(party).filter(reader::ofOne).isPresent();
  }

  /** A name that stands in a record of its own. */
  String shown(String name) {
    return reader.names() ? name : Mask.name(name);
  }

  /** Who sits, or signed where nobody was appointed; blank if nobody did: to be written by hand. */
  String mediators() {
    List<String> sit = Panel.of(dispute).seats().stream().map(PanelSeat::mediator).toList();
    return mediators(
        sit.isEmpty()
            ? Accords.of(dispute).agreements().stream()
                .flatMap(it -> it.signatures().stream())
                .flatMap(it -> Stream.ofNullable(it.mediator()))
                .distinct()
                .toList()
            : sit);
  }

  String mediators(List<String> ids) {
    return ids.stream()
        .map(this::mediator)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining("、"));
  }

  String title() {
    return orErased(opened.content(dispute).title());
  }

  String facts() {
    return orErased(opened.content(dispute).facts());
  }

  String text(@Nullable String ref) {
    return ref == null ? "" : words(Objects.requireNonNullElse(opened.text(ref), ERASED));
  }

  /** Who reads names masked reads those of the parties masked in free text too. */
  String words(String text) {
    if (reader.names()) {
      return text;
    }
    String masked = text;
    for (Party party : dispute.parties()) {
      String name = opened.person(party).map(Sealed.Person::name).orElse("");
      if (!name.isBlank()) {
        masked = masked.replace(name, Mask.name(name));
      }
    }
    return masked;
  }

  /** Who asks what of whom, and how much. */
  String claim(Claim claim) {
    Optional<Sealed.Asked> asked = opened.asked(claim);
    Long fen = asked.map(Sealed.Asked::amountFen).orElse(null);
    return name(claim.by())
        + "请求"
        + names(claim.against())
        + "："
        + asked.map(Sealed.Asked::content).map(this::words).orElse(ERASED)
        + (fen == null ? "" : "（" + yuan(fen) + "）");
  }

  List<String> claims() {
    return dispute.claims().stream().map(this::claim).toList();
  }

  static String yuan(long fen) {
    return String.format(Locale.ROOT, "%,d.%02d元", fen / 100, fen % 100);
  }

  /** A line for each party that is in the case. */
  List<Signed> openLines() {
    var lines = new ArrayList<Signed>();
    for (Party party : dispute.present()) {
      lines.add(Signed.open(label(party)));
    }
    return lines;
  }

  String label(String no) {
    return dispute.party(no).map(this::label).orElse(no);
  }

  /**
   * A mediator's name, by id or by the reference they act with; blank where the roster does not
   * tell it: to be written by hand.
   */
  String mediator(@Nullable String id) {
    String name = id == null ? null : mediatorNames.get(id);
    return name == null ? "" : shown(name);
  }

  String label(Party party) {
    return Labels.of(party.role()) + " " + name(party) + BY_HAND;
  }

  private String orErased(String text) {
    return text.isEmpty() ? ERASED : words(text);
  }
}
