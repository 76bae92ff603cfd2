package cn.linli.platform.division;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All places known at one moment; immutable, so that readers never see half an import. Every
 * 15-digit code under a known community is a grid, listed or not.
 */
public final class DivisionTree {

  private static final List<String> UNKNOWN_PATH = List.of(DivisionCode.UNKNOWN);

  private final Map<DivisionCode, Division> byCode;
  private final Map<DivisionCode, List<Division>> byParent;

  private DivisionTree(Map<DivisionCode, Division> divisions) {
    this.byCode = Map.copyOf(divisions);
    var children = new HashMap<DivisionCode, List<Division>>();
    new TreeMap<>(divisions)
        .forEach((code, division) ->
            code.parent()
                .ifPresent(parent ->
                    children.computeIfAbsent(parent, p -> new ArrayList<>()).add(division)));
    children.replaceAll((parent, list) -> List.copyOf(list));
    this.byParent = Map.copyOf(children);
  }

  /** The places that come with the platform; see NOTICE.md beside the files. */
  public static DivisionTree shipped() {
    return ShippedDivisions.TREE;
  }

  /**
   * A tree of these places alone. A city without districts gets its virtual district if that is not
   * among them.
   *
   * @throws OrphanDivision if the parent of one is missing
   */
  public static DivisionTree of(Collection<Division> divisions) {
    return new DivisionTree(Map.of()).with(divisions);
  }

  /**
   * This tree with places added or replaced by code; nothing is removed, a retired code keeps its
   * cases.
   *
   * @throws OrphanDivision if the parent of one is missing
   */
  public DivisionTree with(Collection<Division> divisions) {
    var merged = new LinkedHashMap<>(byCode);
    divisions.forEach(division -> merged.put(division.code(), division));
    divisions.forEach(division -> addVirtualDistrict(division, merged));
    for (var division : divisions) {
      division
          .code()
          .parent()
          .filter(parent -> !merged.containsKey(parent))
          .ifPresent(parent -> {
            throw new OrphanDivision(division.code(), parent);
          });
    }
    return new DivisionTree(merged);
  }

  private static void addVirtualDistrict(Division city, Map<DivisionCode, Division> merged) {
    DivisionCode district = city.code().counted();
    if (!district.equals(city.code())) {
      merged.putIfAbsent(district, Division.of(district, city.name()));
    }
  }

  public int size() {
    return byCode.size();
  }

  public boolean isKnown(DivisionCode code) {
    return byCode.containsKey(code)
        || code.tier() == Tier.GRID && code.parent().filter(byCode::containsKey).isPresent();
  }

  public Optional<Division> find(DivisionCode code) {
    Division listed = byCode.get(code);
    return listed != null
        ? Optional.of(listed)
        : Optional.of(code).filter(this::isKnown).map(DivisionTree::unlistedGrid);
  }

  /** Empty also for what is no code at all. */
  public Optional<Division> find(String code) {
    return DivisionCode.parse(code).flatMap(this::find);
  }

  private static Division unlistedGrid(DivisionCode code) {
    return Division.of(code, "网格" + code.value().substring(Tier.COMMUNITY.digits()));
  }

  /** Listed children, by code. */
  public List<Division> children(DivisionCode code) {
    return byParent.getOrDefault(code, List.of());
  }

  /**
   * Codes from the province down to the division, a virtual district included; {@code ["unknown"]}
   * if it is not known.
   */
  public List<String> pathOf(String code) {
    return DivisionCode.parse(code)
        .filter(this::isKnown)
        .map(DivisionCode::path)
        .orElse(UNKNOWN_PATH);
  }

  /** The code that stands for this one today, following successors. */
  public DivisionCode current(DivisionCode code) {
    var seen = new HashSet<DivisionCode>();
    DivisionCode current = code;
    while (seen.add(current)) {
      Division division = byCode.get(current);
      if (division == null || division.supersededBy() == null) {
        return current;
      }
      current = division.supersededBy();
    }
    return code; // successors in a circle: nobody took its place
  }

  /**
   * The one place of this name or alias inside a division; empty if there is none or more than one.
   */
  public Optional<Division> named(DivisionCode inside, String name) {
    var found =
        byCode.values().stream()
            .filter(division -> inside.contains(division.code()) && division.isCalled(name))
            .limit(3)
            .toList();
    boolean isOnePlace =
        found.size() == 1
            // a city without districts and its virtual district share their name
            || found.size() == 2 && found.getFirst().code().sameTotals(found.getLast().code());
    return isOnePlace ? find(found.getFirst().code().counted()) : Optional.empty();
  }
}
