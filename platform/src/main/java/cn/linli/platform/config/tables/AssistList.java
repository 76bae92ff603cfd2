package cn.linli.platform.config.tables;

import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a community may be asked to help with (协助清单) though another unit leads: as co-handler, never
 * as lead.
 *
 * @param restricted false: it may be asked to help with anything
 * @param items categories, each with all below it
 */
public record AssistList(
    boolean restricted,
    @Size(max = AdmissionList.ITEMS_MAX) List<String> items,
    @Nullable String basis)
    implements ConfigTable {

  public AssistList {
    items = Copies.of(items);
  }

  /**
   * @param categoryPath the category and its ancestors, {@link CategoryTree#path}
   */
  public boolean assists(Collection<String> categoryPath) {
    return !restricted || categoryPath.stream().anyMatch(items::contains);
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    flaws.codes("items", items);
    flaws.size("items", items.size(), AdmissionList.ITEMS_MAX);
    flaws.basis("basis", basis);
    return flaws.list();
  }
}
