package cn.linli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After all scenarios: nothing failed inside while everything looked well outside. */
@Order(Integer.MAX_VALUE - 1)
class QuietLogTest {

  @Test
  void no_scenario_left_an_error_in_the_log() {
    assumeTrue(PlatformUnderTest.get().isOurs(), "another platform's log can't be looked into");
    assertThat(PlatformUnderTest.get().logs().lines())
        .filteredOn(line -> line.contains(" ERROR ") || line.startsWith("ERROR "))
        .isEmpty();
  }
}
