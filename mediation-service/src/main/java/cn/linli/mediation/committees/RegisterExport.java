package cn.linli.mediation.committees;

import cn.linli.events.mediation.CommitteeFiling;
import cn.linli.events.mediation.CommitteeMember;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.mediation.casework.CommitteeCases;
import cn.linli.mediation.casework.Listed;
import cn.linli.mediation.casework.Names;
import cn.linli.mediation.casework.RosterFields;
import cn.linli.mediation.domain.roster.Committee;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Mask;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import com.mongodb.client.model.Sorts;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The register as a table, for the justice bureau, which tells the court (人民调解法 §10). Names of
 * members are masked unless a reason is given, which is logged for each committee.
 */
final class RegisterExport {

  /** Bodies in one file; a larger place is exported by its districts. */
  static final int BODIES_MAX = 2_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String NAME = "committees.csv";
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "kind",
          "tier",
          "division",
          "name",
          "standing",
          "trades",
          "parent",
          "partners",
          "host",
          "termFrom",
          "termUntil",
          "members",
          "chair",
          "names",
          "woman",
          "multiEthnicArea",
          "smallerGroup",
          "registeredAt");

  private final CaseStates<Committee> states;
  private final Vault vault;

  RegisterExport(CaseStates<Committee> states, Vault vault) {
    this.states = states;
    this.vault = vault;
  }

  Download csv(Query<NoBody> query) {
    String division = Listed.place(query);
    query.caller().mustCover(DivisionCode.of(division));
    List<Stored<Committee>> found =
        states.list(
            Listed.within(RosterFields.bodies(division), division),
            Sorts.ascending(RosterFields.SINCE, "_id"),
            BODIES_MAX);
    Optional<String> reason = query.text("reason");
    Map<String, Content> names = names(query, found, reason);
    var text = new StringWriter();
    text.write(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(COLUMNS);
      found.forEach(it -> csv.writeRecord(row(it, names, reason.isPresent())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long version = found.stream().mapToLong(Stored::version).sum();
    return new Download(
        text.toString().getBytes(StandardCharsets.UTF_8), "text/csv", NAME, version);
  }

  private Map<String, Content> names(
      Query<NoBody> query, List<Stored<Committee>> found, Optional<String> reason) {
    if (reason.isEmpty()) {
      return Names.open(
          vault, found.stream().flatMap(it -> CommitteeShown.refs(it.state()).stream()).toList());
    }
    var names = new HashMap<String, Content>();
    for (Stored<Committee> each : found) {
      names.putAll(
          vault.unmask(
              CommitteeCases.stream(each.id()),
              CommitteeShown.refs(each.state()),
              query.caller().by(),
              reason.get(),
              query.correlation()));
    }
    return names;
  }

  private static List<String> row(
      Stored<Committee> stored, Map<String, Content> names, boolean inClear) {
    Committee it = stored.state();
    CommitteeFiling filing = it.filed();
    return Stream.of(
            stored.id(),
            filing.kind().wire(),
            it.level() == null ? null : it.level().wire(),
            filing.division(),
            CommitteeShown.text(names, filing.nameRef()),
            it.standing().wire(),
            filing.trades().stream().map(DisputeKind::wire).collect(Collectors.joining(" ")),
            filing.parent(),
            String.join(" ", filing.partners()),
            filing.host(),
            filing.term() == null ? null : filing.term().from(),
            filing.term() == null ? null : filing.term().until(),
            filing.members().size(),
            people(filing, names, inClear, true),
            people(filing, names, inClear, false),
            filing.declared().woman(),
            filing.declared().multiEthnicArea(),
            filing.declared().smallerGroup(),
            it.registeredAt())
        .map(RegisterExport::cell)
        .toList();
  }

  private static String people(
      CommitteeFiling filing, Map<String, Content> names, boolean inClear, boolean chairOnly) {
    return filing.members().stream()
        .filter(member -> !chairOnly || member.chair())
        .map(CommitteeMember::nameRef)
        .map(ref -> Optional.ofNullable(CommitteeShown.text(names, ref)))
        .flatMap(Optional::stream)
        .map(name -> inClear ? name : Mask.name(name))
        .collect(Collectors.joining("、"));
  }

  /** A spreadsheet must not take what somebody wrote for a formula. */
  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
