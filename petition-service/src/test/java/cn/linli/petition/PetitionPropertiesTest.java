package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.petition.domain.Rulebook.Habits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PetitionPropertiesTest {

  private static PetitionProperties bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("linli.petition", PetitionProperties.class);
  }

  @Test
  void where_nothing_is_set_the_rules_defaults_hold() {
    assertThat(bound(Map.of()).habits()).isEqualTo(Habits.DEFAULT);
  }

  @Test
  void a_tenant_decides_otherwise() {
    var habits =
        bound(
                Map.of(
                    "linli.petition.reopen-days", "30",
                    "linli.petition.suspension-allowed", "false"))
            .habits();
    assertThat(habits.reopenDays()).isEqualTo(30);
    assertThat(habits.pauses()).isFalse();
  }

  @Test
  void a_window_of_no_days_is_no_window() {
    assertThatThrownBy(() -> bound(Map.of("linli.petition.reopen-days", "0")))
        .hasRootCauseMessage("linli.petition.reopen-days must be between 1 and 366");
  }
}
