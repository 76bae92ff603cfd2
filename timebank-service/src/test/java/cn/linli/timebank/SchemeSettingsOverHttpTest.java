package cn.linli.timebank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.timebank.proof.ProofTesting;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each setting of a community's scheme does, on and off, or low and high: by what happens to
 * passbooks, never by what a table says of itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemeSettingsOverHttpTest {

  private SchemeWorld world;

  @BeforeAll
  void start() {
    world = new SchemeWorld();
  }

  @AfterAll
  void stop() {
    try {
      ProofTesting.auditNow(world.bank.server);
      var audit = world.bank.server.as("auditor@3706").get("/bank/audit").ok();
      audit.has("minutes.sum", 0, "points.sum", 0, "brokenChains", 0);
      assertThat(audit.at("faults")).isEmpty();
    } finally {
      world.close();
    }
  }

  private Map<String, Runnable> cases() {
    var cases = new LinkedHashMap<>(new PassbookSettings(world).cases());
    cases.putAll(new ConductSettings(world).cases());
    return cases;
  }

  Stream<Arguments> settings() {
    return cases().entrySet().stream().map(it -> arguments(it.getKey(), it.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void on_and_off(String setting, Runnable shown) {
    world.scheme();
    shown.run();
  }

  /** {@code basis} says where the figures come from: it does nothing. */
  @Test
  void every_setting_has_its_case() {
    var settings =
        Arrays.stream(SchemeTable.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !name.equals("basis"))
            .toList();
    assertThat(cases().keySet()).containsExactlyElementsOf(settings);
  }
}
