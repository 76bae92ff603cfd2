package cn.linli.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v1/petitions",
        "/api/v1/petitions/",
        "/api/v1/petitions/0f3k/escalate",
        "/api/v1/exports/petitions.csv",
        "/.well-known/x",
        "/api/v1/views/370602/figures/petitions.levelShare.grid/cases",
        "/api/v1/places/%E7%83%9F%E5%8F%B0"
      })
  void a_plain_path_goes_on(String path) {
    assertThat(AccessFilter.isPlain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/tracking/../petitions",
        "/api/v1/tracking/..",
        "/api/./v1",
        "/api//v1",
        "/api/v1/tracking/%2e%2e/petitions",
        "/api/v1/tracking/%2E./petitions",
        "/api/v1%2fpetitions",
        "/api/v1/x;y=1",
        "/api/v1/x%3By",
        "/api\\v1",
        "/api/%5cv1",
        "/api/%252e",
        "/api/%00",
        "/api/%0a",
        "/api/%2"
      })
  void a_path_with_two_meanings_does_not(String path) {
    assertThat(AccessFilter.isPlain(path)).isFalse();
  }
}
