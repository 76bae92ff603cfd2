package cn.linli.platform.config.tables;

import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be handed to a community (准入清单): nothing outside its list. Source: domain rules R4-11,
 * 北京接诉即办工作条例 §17.
 *
 * @param restricted false: no list is kept here, everything may be handed down
 * @param items categories, each with all below it
 * @param itemsMax how long the tenant allows the list to be; null: as long as there is room
 */
public record AdmissionList(
    boolean restricted,
    @Size(max = AdmissionList.ITEMS_MAX) List<String> items,
    @Nullable Integer itemsMax,
    @Nullable String basis)
    implements ConfigTable {

  static final int ITEMS_MAX = 1_000;

  public AdmissionList {
    items = Copies.of(items);
  }

  /**
   * @param categoryPath the category and its ancestors, {@link CategoryTree#path}
   */
  public boolean admits(Collection<String> categoryPath) {
    return !restricted || categoryPath.stream().anyMatch(items::contains);
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    flaws.codes("items", items);
    flaws.size("items", items.size(), itemsMax == null ? ITEMS_MAX : itemsMax);
    if (restricted && items.isEmpty()) {
      flaws.add("items", Flaw.MISSING);
    }
    if (itemsMax != null && (itemsMax < 1 || itemsMax > ITEMS_MAX)) {
      flaws.add("itemsMax", "must be between 1 and " + ITEMS_MAX);
    }
    flaws.basis("basis", basis);
    return flaws.list();
  }
}
