package cn.linli.platform.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionTreeTest {

  private final DivisionTree tree = DivisionTree.shipped();

  @ParameterizedTest
  @CsvSource({
    "3706, 烟台市",
    "370602003006, 大海阳社区居民委员会",
    "370602003006001, 第一网格",
    "370602003006321, 网格321",
    "620200, 嘉峪关市",
    "620201, 嘉峪关市",
    "441900, 东莞市",
    "442000, 中山市",
    "460400, 儋州市",
    "419001, 济源市",
    "150203006016, 青年八号街坊社区居委会"
  })
  void aPlaceIsFoundByAnyFormOfItsCode(String code, String name) {
    assertThat(tree.find(code).map(Division::name)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({"9999", "370699", "370602003999", "370602003999001", "37060", "A市", "''"})
  void anUnknownCodeIsNotFoundAndItsPathIsUnknown(String code) {
    assertThat(tree.find(code)).isEmpty();
    assertThat(tree.pathOf(code)).containsExactly("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "620200, 62 6202 620201",
    "620201, 62 6202 620201",
    "620201002012, 62 6202 620201 620201002 620201002012",
    "441900, 44 4419 441900",
    "3706, 37 3706",
    "370602003006007, 37 3706 370602 370602003 370602003006 370602003006007"
  })
  void aPathNamesEveryAncestorAndTheVirtualDistrict(String code, String path) {
    assertThat(tree.pathOf(code)).containsExactly(path.split(" "));
  }

  @Test
  void theCountsAreThoseOfThePublishedList() {
    assertThat(tree.children(DivisionCode.of("3706"))).hasSize(13);
    assertThat(tree.children(DivisionCode.of("370602"))).hasSize(12);
    assertThat(tree.children(DivisionCode.of("620201001"))).hasSize(17);
    assertThat(tree.children(DivisionCode.of("620201002"))).hasSize(14); // 17 + 14 = 31: R4-12
    assertThat(tree.children(DivisionCode.of("370602003006")))
        .hasSize(9)
        .extracting(division -> division.code().value())
        .isSorted();
    assertThat(tree.children(DivisionCode.of("6202")))
        .extracting(Division::virtual)
        .containsExactly(true);
  }

  @ParameterizedTest
  @CsvSource({
    "370602, false, false",
    "370676, false, true",
    "150271, false, true",
    "620201, true, false",
    "441900, true, false",
    "150203400498, true, false",
    "370602003006, false, false"
  })
  void virtualAndStatisticsOnlyPlacesAreMarked(String code, boolean virtual, boolean statOnly) {
    assertThat(tree.find(code).orElseThrow())
        .returns(virtual, Division::virtual)
        .returns(statOnly, Division::statOnly);
  }

  @ParameterizedTest
  @CsvSource({
    "1502, 青八社区, 150203006016",
    "1502, 阿尔丁街道, 150203006",
    "6207, 红寺镇, 620721100",
    "3706, 大海阳社区, 370602003006",
    "3706, 芝罘区, 370602",
    "62, 嘉峪关市, 620201",
    "3706, 王家庄村委会, ", // six of them
    "1502, 大海阳社区, "
  })
  void anAliasIsFoundInsideADivisionUnlessItIsAmbiguous(String inside, String name, String code) {
    assertThat(tree.named(DivisionCode.of(inside), name).map(found -> found.code().value()))
        .isEqualTo(Optional.ofNullable(code));
  }

  @Test
  void anImportReplacesTheSnapshotAtOnceAndOldOnesStay() {
    var divisions = new Divisions(tree);
    var read =
        DivisionCsv.read(
            new StringReader(
                """
                code,name,aliases,validFrom,validTo,supersededBy
                370687000,海阳市,海阳,,2026-06-30,370688
                370688,新海阳区,,2026-07-01,,
                3706880,短码,,,,
                370688001,新街道,,someday,,
                """));
    assertThat(read.bad()).extracting(DivisionCsv.BadLine::line).containsExactly(4L, 5L);
    divisions.add(read.divisions());
    assertThat(tree.find("370688")).isEmpty();
    assertThat(divisions.now().find("370688").map(Division::name)).contains("新海阳区");
    Division retired = divisions.now().find("370687").orElseThrow();
    assertThat(retired.isValidOn(LocalDate.of(2026, 6, 30))).isTrue();
    assertThat(retired.isValidOn(LocalDate.of(2026, 7, 1))).isFalse();
    assertThat(divisions.now().current(retired.code()).value()).isEqualTo("370688");
    assertThat(divisions.now().pathOf("370687")).containsExactly("37", "3706", "370687");
  }

  @Test
  void aPlaceWithoutItsParentIsRefusedAndNothingChanges() {
    var divisions = new Divisions(tree);
    var orphan = List.of(Division.of(DivisionCode.of("510104"), "锦江区"));
    assertThatThrownBy(() -> divisions.add(orphan))
        .isInstanceOf(OrphanDivision.class)
        .hasMessageContaining("5101");
    assertThat(divisions.now()).isSameAs(tree);
  }

  @Test
  void aCityListedWithoutDistrictsGetsItsVirtualOne() {
    var listed =
        DivisionTree.of(
            List.of(
                Division.of(DivisionCode.of("620000"), "甘肃省"),
                Division.of(DivisionCode.of("620200"), "嘉峪关市"),
                Division.of(DivisionCode.of("620201002"), "钢城街道")));
    assertThat(listed.pathOf("620201002")).containsExactly("62", "6202", "620201", "620201002");
  }

  @Test
  void successorsInACircleEndTheSearch() {
    var a = DivisionCode.of("370602");
    var b = DivisionCode.of("370611");
    var circle =
        tree.with(
            List.of(
                new Division(a, "甲", List.of(), null, null, b),
                new Division(b, "乙", List.of(), null, null, a)));
    assertThat(circle.current(a)).isEqualTo(a);
  }

  @Property(tries = 500)
  void everyKnownPlaceHasKnownAncestorsAndIsAmongItsParentsChildren(@ForAll("places") String code) {
    Division place = tree.find(code).orElseThrow();
    assertThat(tree.pathOf(code)).allMatch(ancestor -> tree.find(ancestor).isPresent());
    place.code().parent().ifPresent(parent -> assertThat(tree.children(parent)).contains(place));
    assertThat(tree.children(place.code())).allMatch(child -> place.code().contains(child.code()));
  }

  @Provide
  Arbitrary<String> places() {
    var codes =
        List.of("37", "15", "52", "62", "41").stream()
            .flatMap(province -> below(DivisionCode.of(province)))
            .map(DivisionCode::value)
            .toList();
    assertThat(codes).hasSizeGreaterThan(11_000);
    return Arbitraries.of(codes);
  }

  private Stream<DivisionCode> below(DivisionCode code) {
    return Stream.concat(
        Stream.of(code), tree.children(code).stream().flatMap(child -> below(child.code())));
  }
}
