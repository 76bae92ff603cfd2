package cn.linli.platform.config.tables;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What requests are about: a tree of at most three levels; requests carry a code of a leaf. */
public final class CategoryTree implements ConfigTable {

  private static final int LEVELS_MAX = 3;
  private static final int CATEGORIES_MAX = 2_000;
  private static final int NAME_CHARACTERS_MAX = 60;

  private final List<Category> categories;
  private final Map<String, Category> byCode = new LinkedHashMap<>();
  private final Map<String, List<Category>> byParent = new LinkedHashMap<>();

  @JsonCreator
  public CategoryTree(@JsonProperty("categories") @Nullable List<Category> categories) {
    this.categories = Copies.of(categories);
    for (var category : this.categories) {
      byCode.putIfAbsent(category.code(), category);
      byParent
          .computeIfAbsent(String.valueOf(category.parent()), parent -> new ArrayList<>())
          .add(category);
    }
  }

  @JsonProperty
  public List<Category> categories() {
    return categories;
  }

  public Optional<Category> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Whether requests may carry it. */
  public boolean isLeaf(String code) {
    return byCode.containsKey(code) && !byParent.containsKey(code);
  }

  public List<Category> children(@Nullable String parent) {
    return List.copyOf(byParent.getOrDefault(String.valueOf(parent), List.of()));
  }

  /** The category first, then its parent, the first level last; empty if it is unknown. */
  public List<String> path(String code) {
    var path = new ArrayList<String>(LEVELS_MAX);
    Category category = byCode.get(code);
    while (category != null && path.size() < LEVELS_MAX) {
      path.add(category.code());
      category = category.parent() == null ? null : byCode.get(category.parent());
    }
    return List.copyOf(path);
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    if (categories.isEmpty()) {
      flaws.add("categories", Flaw.MISSING);
    }
    flaws.size("categories", categories.size(), CATEGORIES_MAX);
    for (int i = 0; i < categories.size(); i++) {
      check("categories[" + i + "]", categories.get(i), flaws);
    }
    return flaws.list();
  }

  private void check(String field, Category category, Flaws flaws) {
    flaws.code(field + ".code", category.code());
    if (byCode.get(category.code()) != category) {
      flaws.add(field + ".code", "stands twice");
    }
    if (category.parent() != null && !byCode.containsKey(category.parent())) {
      flaws.add(field + ".parent", "is unknown");
    } else if (depth(category) > LEVELS_MAX) {
      flaws.add(field + ".parent", "lies deeper than " + LEVELS_MAX + " levels");
    }
    name(field + ".zh", category.zh(), flaws);
    name(field + ".en", category.en(), flaws);
  }

  private static void name(String field, @Nullable String name, Flaws flaws) {
    if (name == null || name.isBlank()) {
      flaws.add(field, Flaw.MISSING);
    } else if (name.length() > NAME_CHARACTERS_MAX) {
      flaws.add(field, "is longer than " + NAME_CHARACTERS_MAX + " characters");
    }
  }

  /** Stops one step below the lowest level, so that a circle counts as too deep. */
  private int depth(Category category) {
    int depth = 1;
    Category above = category;
    while (above != null && above.parent() != null && depth <= LEVELS_MAX) {
      above = byCode.get(above.parent());
      depth++;
    }
    return depth;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CategoryTree tree && tree.categories.equals(categories);
  }

  @Override
  public int hashCode() {
    return categories.hashCode();
  }
}
