package cn.linli.timebank.projects;

import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.timebank.domain.projects.Project;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Shown;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The board of projects: everybody may read it. */
final class ProjectShown extends Shown<Project, ProjectReply> {

  private final Vault vault;

  ProjectShown(CaseStates<Project> states, Vault vault) {
    super(states, Project.class);
    this.vault = vault;
  }

  @Override
  protected StreamId stream(String id) {
    return Kind.fromPath(ProjectCases.NAME, id);
  }

  @Override
  protected Instant since(Project state) {
    return Objects.requireNonNull(state.publishedAt());
  }

  @Override
  protected List<ProjectReply> replies(List<Stored<Project>> stored, Caller caller) {
    List<String> refs =
        stored.stream()
            .map(Stored::state)
            .flatMap(it ->
                Stream.concat(
                    Stream.of(it.what().titleRef(), it.what().wordsRef()),
                    it.steps().stream().map(Project.Step::wordsRef)))
            .toList();
    Map<String, Content> texts = new HashMap<>();
    for (int from = 0; from < refs.size(); from += Vault.MAX_REFS) {
      texts.putAll(vault.openAll(refs.subList(from, Math.min(refs.size(), from + Vault.MAX_REFS))));
    }
    return stored.stream().map(it -> reply(it, texts)).toList();
  }

  private ProjectReply reply(Stored<Project> stored, Map<String, Content> texts) {
    Project it = stored.state();
    return new ProjectReply(
        stored.id(),
        text(texts, it.what().titleRef()),
        text(texts, it.what().wordsRef()),
        it.what().division(),
        it.what().service(),
        it.what().petition(),
        it.status(),
        it.claimed() == null
            ? null
            : new ProjectReply.Claimant(it.claimed().kind(), it.claimed().claimant()),
        it.percent(),
        it.steps().stream()
            .map(step ->
                new ProjectReply.Step(step.at(), step.percent(), text(texts, step.wordsRef())))
            .toList(),
        it.outcome(),
        since(it),
        stored.version());
  }

  private static String text(Map<String, Content> texts, String ref) {
    return Objects.requireNonNull(texts.get(ref)).text().orElse("");
  }
}
