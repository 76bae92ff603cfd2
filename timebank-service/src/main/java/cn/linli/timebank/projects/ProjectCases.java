package cn.linli.timebank.projects;

import cn.linli.events.timebank.ProjectEvent;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.projects.Project;
import cn.linli.timebank.volunteering.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/** Projects: streams {@code j:<id>}. */
final class ProjectCases extends Kind<Project, ProjectEvent> {

  static final String NAME = "j";

  /** Nobody has claimed them. */
  static final String OPEN = "j-open";

  ProjectCases() {
    super(NAME, Project.class, ProjectEvent.class, Project.NONE);
  }

  static StreamId stream(String id) {
    return new StreamId(NAME, id);
  }

  @Override
  public Project evolve(Project state, ProjectEvent event, Instant at, String by) {
    return Project.evolve(state, event, at);
  }

  @Override
  public String division(Project state) {
    return state.what().division();
  }

  @Override
  public void index(Project state, Document into) {
    var in = new ArrayList<>(ListFields.places(NAME, state.what().division()));
    if (state.status() == Project.Status.OPEN) {
      in.addAll(ListFields.places(OPEN, state.what().division()));
    }
    if (state.claimed() != null) {
      in.add(ListFields.of(NAME, state.claimed().claimant()));
    }
    into.append(ListFields.IN, in)
        .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.publishedAt())));
  }
}
