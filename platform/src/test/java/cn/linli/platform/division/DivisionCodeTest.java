package cn.linli.platform.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DivisionCodeTest {

  @ParameterizedTest
  @CsvSource({
    "37, 37, PROVINCE",
    "370000, 37, PROVINCE",
    "3706, 3706, CITY",
    "370600, 3706, CITY",
    "620200, 6202, CITY",
    "620200000000, 6202, CITY",
    "620201, 620201, DISTRICT",
    "370602, 370602, DISTRICT",
    "370602000, 370602, DISTRICT",
    "370602000000, 370602, DISTRICT",
    "441900, 441900, DISTRICT",
    "441900000000, 441900, DISTRICT",
    "442000, 442000, DISTRICT",
    "460400, 460400, DISTRICT",
    "4419, 4419, CITY",
    "419000, 4190, CITY",
    "419001, 419001, DISTRICT",
    "441900003, 441900003, STREET",
    "370602003000, 370602003, STREET",
    "370602003006, 370602003006, COMMUNITY",
    "370602003006000, 370602003006, COMMUNITY",
    "370602003006001, 370602003006001, GRID",
    "' 3706 ', 3706, CITY"
  })
  void aPaddedCodeIsShortenedToItsTier(String text, String normal, Tier tier) {
    assertThat(DivisionCode.of(text).value()).isEqualTo(normal);
    assertThat(DivisionCode.of(text).tier()).isEqualTo(tier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "370",
        "37060",
        "3706020",
        "37060a",
        "370600003",
        "370602000006",
        "0706",
        "３７",
        "unknown"
      })
  void whatIsNoCodeIsRefused(String text) {
    assertThat(DivisionCode.parse(text)).isEmpty();
    assertThatThrownBy(() -> DivisionCode.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCityWithoutDistrictsAndItsVirtualDistrictShowTheSameTotals() {
    for (var city : new String[][] {{"6202", "620201"}, {"4419", "441900"}, {"4604", "460400"}}) {
      var wide = DivisionCode.of(city[0]);
      var virtual = DivisionCode.of(city[1]);
      assertThat(wide.sameTotals(virtual)).isTrue();
      assertThat(wide.path()).isEqualTo(virtual.path()).endsWith(city);
    }
    assertThat(DivisionCode.of("620200").path()).containsExactly("62", "6202", "620201");
    assertThat(DivisionCode.of("3706").sameTotals(DivisionCode.of("370602"))).isFalse();
  }

  @Test
  void aPathLeadsFromTheProvinceThroughTheVirtualDistrict() {
    assertThat(DivisionCode.of("620201002012").path())
        .containsExactly("62", "6202", "620201", "620201002", "620201002012");
    assertThat(DivisionCode.of("441900003").path())
        .containsExactly("44", "4419", "441900", "441900003");
  }

  @Test
  void aCodeIsAPlainStringInJson() {
    var json = JsonMapper.builder().build();
    assertThat(json.writeValueAsString(DivisionCode.of("370600"))).isEqualTo("\"3706\"");
    assertThat(json.readValue("\"370602000000\"", DivisionCode.class).value()).isEqualTo("370602");
  }

  @Property
  void normalisingTwiceChangesNothingAndPaddingIsUndone(@ForAll("codes") String text) {
    var code = DivisionCode.of(text);
    assertThat(DivisionCode.of(code.value())).isEqualTo(code);
    if (code.tier().isAtLeastAsFineAs(Tier.DISTRICT)) {
      assertThat(DivisionCode.of((code + "000000000").substring(0, 15))).isEqualTo(code);
    }
  }

  @Property
  void aParentContainsItsChildAndIsOneTierUp(@ForAll("codes") String text) {
    var code = DivisionCode.of(text);
    assertThat(code.contains(code)).isTrue();
    code.parent()
        .ifPresent(parent -> {
          assertThat(parent.contains(code)).isTrue();
          assertThat(parent.tier().ordinal()).isEqualTo(code.tier().ordinal() - 1);
          assertThat(code.path()).containsSubsequence(parent.path().getFirst());
        });
    assertThat(code.path()).last().isEqualTo(code.counted().value());
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.integers()
        .between(11, 82)
        .flatMap(province ->
            Arbitraries.integers()
                .between(1, 99)
                .list()
                .ofSize(5)
                .flatMap(parts ->
                    Arbitraries.of(Tier.values())
                        .map(tier ->
                            "%d%02d%02d%03d%03d%03d"
                                .formatted(
                                    province,
                                    parts.get(0),
                                    parts.get(1),
                                    parts.get(2),
                                    parts.get(3),
                                    parts.get(4))
                                .substring(0, tier.digits()))));
  }
}
