package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.DISTRICT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.petition.domain.PetitionCommand.AskExtension;
import cn.linli.petition.domain.PetitionCommand.Supervise;
import cn.linli.platform.commit.StateJson;
import org.junit.jupiter.api.Test;

/** States are stored as JSON and read strictly: what is written is what is read. */
class StateJsonTest {

  @Test
  void a_state_survives_the_store() {
    Petition state =
        submitted("land")
            .by(STREET, new AskExtension(Scene.instant("2026-01-20T00:00"), "reason"))
            .by(DISTRICT, new Supervise("listed", Scene.instant("2026-01-07T10:00")))
            .until("2026-01-09T10:00")
            .state();
    survives(state);
  }

  static void survives(Petition state) {
    String json = StateJson.MAPPER.writeValueAsString(state);
    assertThat(StateJson.MAPPER.readValue(json, Petition.class)).isEqualTo(state);
    assertThat(
            StateJson.MAPPER.writeValueAsString(StateJson.MAPPER.readValue(json, Petition.class)))
        .isEqualTo(json);
  }

  @Test
  void so_does_a_request_in_every_status() {
    Scenes.all().values().forEach(scene -> survives(scene.state()));
  }

  @Test
  void so_does_the_state_before_anything() {
    assertThat(
            StateJson.MAPPER.readValue(
                StateJson.MAPPER.writeValueAsString(Petition.NONE), Petition.class))
        .isEqualTo(Petition.NONE);
  }
}
