package cn.linli.petition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.Reach;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.DivisionTree;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What everybody may do in every status: each command of the service, asked by each kind of actor,
 * of a request in every status. {@code docs/petitions/transitions.csv} has the answers; with {@code
 * -Dlinli.petitions.regenerate=true} it is written anew.
 */
class TransitionsTest {

  /**
   * Somebody who asks.
   *
   * @param as which of those with the role; empty: the only one
   */
  private record Who(String as, Caller caller) {
    String role() {
      return caller.role().wire();
    }

    String title() {
      return as.isEmpty() ? role() : role() + " (" + as + ")";
    }

    Actor actor() {
      return Actors.of(caller);
    }

    /** Somebody whose act a clerk writes down. */
    Actor recording() {
      return Actors.forThePetitioner(caller);
    }
  }

  private static final List<Who> ACTORS =
      List.of(
          who("petitioner", "zhang", Role.RESIDENT, "370602003006", null),
          who("neighbour", "li", Role.RESIDENT, "370602003006", null),
          who("", "1", Role.BUILDING_LEAD, Scene.GRID_CODE, null),
          who("", "1", Role.GRID_WORKER, Scene.GRID_CODE, null),
          who("", "1", Role.COMMUNITY_CLERK, "370602003006", null),
          who("", "1", Role.STREET_OFFICER, "370602003", null),
          who("", "1", Role.DISTRICT_OFFICER, "370602", null),
          who("", "1", Role.CITY_OFFICER, "3706", null),
          who("heating", "h", Role.DEPARTMENT_OFFICER, "370602", "heating-company"),
          who("water", "w", Role.DEPARTMENT_OFFICER, "370602", "water-company"),
          who("", "desk", Role.HOTLINE_OPERATOR, "3706", null),
          who("", "i", Role.INTEGRATOR, "370602", "district-platform"),
          who("", "a", Role.ADMIN, "3706", null));

  /** What who lives there may do without reading the request. */
  private static final Set<String> FOR_NEIGHBOURS = Set.of("review", "building-whistles/{w}/claim");

  private static final List<Deed> PEOPLES =
      Deed.ALL.stream().filter(deed -> !deed.path().startsWith(Deed.BY_SERVICE)).toList();

  /** Opened by the command itself: nothing is there before. */
  private static final Set<String> BEGINNINGS = Set.of("Submit", "Import", "SubmitItem");

  /** Commands on what is not one request that is there. */
  private static final String ON_ONE = "/api/v1/petitions/{id}/";

  private final Map<String, Set<String>> roles = roles();
  private Reach reach;

  @BeforeEach
  void reach(@TempDir Path folder) {
    reach =
        new Reach(
            new FactsBook(
                new Configuration(),
                Rulebook.Habits.DEFAULT,
                Secrets.loadOrCreate(folder.resolve("keyset")).keyedHash(),
                new Divisions(DivisionTree.of(List.of()))));
  }

  @Test
  void everybody_asks_everything_in_every_status() {
    var lines = new ArrayList<String>();
    lines.add(
        "status,scene,command,variant,"
            + ACTORS.stream().map(Who::title).collect(Collectors.joining(",")));
    Scenes.all()
        .forEach((name, scene) -> {
          for (Deed deed : PEOPLES) {
            lines.add(
                Stream.concat(
                        Stream.of(scene.state().status().wire(), name, deed.path(), deed.variant()),
                        ACTORS.stream().map(who -> outcome(scene, deed, who)))
                    .map(TransitionsTest::cell)
                    .collect(Collectors.joining(",")));
          }
        });
    Documents.mustBe("transitions.csv", String.join("\n", lines) + "\n");
  }

  @Test
  void every_status_has_a_scene() {
    assertThat(Scenes.all().values().stream().map(scene -> scene.state().status()))
        .contains(Status.values());
  }

  @Test
  void every_command_and_every_route_is_asked() {
    var asked = new HashSet<String>(BEGINNINGS);
    Deed.ALL.stream()
        .filter(deed -> deed.command() != null)
        .forEach(deed -> asked.add(deed.command().getClass().getSimpleName()));
    assertThat(commands(PetitionCommand.class)).isSubsetOf(asked);
    assertThat(Deed.ALL.stream().map(Deed::path)).containsAll(roles.keySet());
  }

  /** What is over is over, whoever asks: no act moves it and no clock runs. */
  @Test
  void what_has_ended_stays_as_it_is() {
    Scenes.all()
        .forEach((name, scene) -> {
          Status status = scene.state().status();
          if (Set.of(Status.REJECTED, Status.WITHDRAWN, Status.TERMINATED).contains(status)) {
            assertThat(Timers.due(scene.state())).as(name).isNull();
            for (Deed deed : PEOPLES) {
              for (Who who : ACTORS) {
                String outcome = outcome(scene, deed, who);
                assertThat(!outcome.startsWith("→") || outcome.equals("→" + status.wire()))
                    .as("%s: %s by %s is %s", name, deed.path(), who.title(), outcome)
                    .isTrue();
              }
            }
          }
        });
  }

  private String outcome(Scene scene, Deed deed, Who who) {
    if (deed.path().startsWith("tracking/")) {
      if (!who.as().equals("petitioner")) {
        return "by-code-only";
      }
    } else if (!mayCall(deed.path(), who.role())) {
      return "wrong-role";
    } else {
      switch (reach.of(scene.state(), who.caller())) {
        case HIDDEN -> {
          if (!FOR_NEIGHBOURS.contains(deed.path())) {
            return "not-found";
          }
        }
        case OUT_OF_SCOPE -> {
          return "out-of-scope";
        }
        case OPEN -> {}
      }
    }
    Actor actor = deed.recorded() ? who.recording() : who.actor();
    return switch (deed.act().decide(scene.state(), scene.facts(actor))) {
      case Decision.Refused<PetitionEvent>(Refusal refusal) -> refusal.code();
      case Decision.Accepted<PetitionEvent>(var events) -> "→" + after(scene, events, actor);
    };
  }

  private static String after(Scene scene, List<PetitionEvent> events, Actor actor) {
    Petition state = scene.state();
    for (PetitionEvent event : events) {
      state = Evolution.evolve(state, event, scene.now(), actor.ref());
    }
    return state.status().wire();
  }

  private boolean mayCall(String path, String role) {
    Set<String> allowed = roles.getOrDefault(path, Set.of());
    assertThat(allowed).as("a route for " + path + " in roles.csv").isNotEmpty();
    return allowed.contains(role) || allowed.contains("every role");
  }

  /** Names of roles by path, from the document that the running service is compared with. */
  private static Map<String, Set<String>> roles() {
    var roles = new HashMap<String, Set<String>>();
    for (String line : Documents.lines("roles.csv")) {
      String[] cells = line.split(",");
      if (cells[0].startsWith(ON_ONE)) {
        roles.put(
            cells[0].substring(ON_ONE.length()),
            cells[1].equals("every role") ? Set.of(cells[1]) : Set.of(cells[1].split(" ")));
      }
    }
    return roles;
  }

  private static Set<String> commands(Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses())
        .flatMap(it -> it.isSealed() ? commands(it).stream() : Stream.of(it.getSimpleName()))
        .collect(Collectors.toSet());
  }

  private static Who who(
      String as, String mark, Role role, String division, @Nullable String organisation) {
    return new Who(as, new Caller(mark, role, DivisionCode.of(division), organisation));
  }

  private static String cell(String text) {
    return text.contains(",") ? "\"" + text + "\"" : text;
  }
}
