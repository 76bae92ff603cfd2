package cn.linli.mediation.documents;

import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.papers.CasePaper;
import cn.linli.mediation.papers.Form;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Papers of a case for whoever may read it; which there are so far, and each as PDF. */
final class Documents {

  private static final int NUMBER_MAX = 1_000;

  private final CaseStates<Dispute> states;
  private final CaseFiles files;

  Documents(CaseStates<Dispute> states, CaseFiles files) {
    this.states = states;
    this.files = files;
  }

  record Listed(List<Item> items) {}

  /**
   * @param n which of several of its form; null where a case has it once
   */
  record Item(Form form, @Nullable Integer n, String title, String href) {}

  @Nullable Object list(Query<NoBody> query) {
    return open(query)
        .map(stored ->
            new Listed(papers(query, stored).stream().map(it -> item(stored.id(), it)).toList()))
        .orElse(null);
  }

  @Nullable Object one(Query<NoBody> query) {
    Form form = Form.of(query.path("form")).orElse(null);
    if (form == null) {
      throw new ProblemException(Problem.of(404, "unknown-form"));
    }
    int number = query.number("n", 1, 1, NUMBER_MAX);
    return open(query)
        .map(stored -> download(stored, papers(query, stored), form, number))
        .orElse(null);
  }

  private Optional<CaseStates.Stored<Dispute>> open(Query<NoBody> query) {
    return Reach.open(states.find(DisputeStream.fromPath(query.path("id"))), query.caller());
  }

  private List<CasePaper> papers(Query<NoBody> query, CaseStates.Stored<Dispute> stored) {
    var purpose =
        new CaseFiles.Purpose(query.caller().by(), "official papers", query.correlation());
    return files.papers(
        stored.id(), stored.state(), Reader.of(stored.state(), query.caller()), purpose);
  }

  private static Download download(
      CaseStates.Stored<Dispute> stored, List<CasePaper> papers, Form form, int number) {
    CasePaper paper =
        papers.stream()
            .filter(it -> it.form() == form && it.number() == number)
            .findFirst()
            .orElseThrow(() -> new ProblemException(Problem.of(404, "no-such-paper")));
    return new Download(paper.pdf(), "application/pdf", paper.fileName(), stored.version());
  }

  private static Item item(String id, CasePaper paper) {
    boolean one = paper.form().copies() == Form.Copies.ONE;
    String href = "/api/v1/disputes/" + id + "/documents/" + paper.form().wire() + ".pdf";
    return new Item(
        paper.form(),
        one ? null : paper.number(),
        paper.form().title(),
        one ? href : href + "?n=" + paper.number());
  }
}
