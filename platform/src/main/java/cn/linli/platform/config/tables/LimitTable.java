package cn.linli.platform.config.tables;

import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Urgency;
import cn.linli.events.petition.WhistleCase;
import cn.linli.platform.calendar.Term;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hotline's clocks: every class has its limits. No national norm fixes them (domain rules
 * §4.3), so every cell is a tenant's.
 *
 * @param utilityCategories categories (with all below them) that fall into {@link
 *     LimitClass#UTILITIES}
 * @param checkIn how soon departments called by a whistle have to be there; absent: the usual
 *     limits, present: every case has its own
 */
public record LimitTable(
    @Size(max = 8) Map<LimitClass, Limit> classes,
    @Size(max = LimitTable.UTILITY_CATEGORIES_MAX) List<String> utilityCategories,
    @Size(max = 3) Map<WhistleCase, CheckIn> checkIn)
    implements ConfigTable {

  static final int UTILITY_CATEGORIES_MAX = 200;

  public LimitTable {
    classes = Copies.of(classes);
    utilityCategories = Copies.of(utilityCategories);
    checkIn = Copies.of(checkIn);
  }

  /** {@code within}: from the whistle; {@code basis}: shown to people. */
  public record CheckIn(@Nullable Term within, @Nullable String basis) {}

  public Limit limit(LimitClass limitClass) {
    return Objects.requireNonNull(classes.get(limitClass));
  }

  /**
   * The class a new request belongs to; {@link LimitClass#COMPLEX} comes later, by co-handlers or a
   * dispatcher's decision.
   *
   * @param categoryPath the category and its ancestors, {@link CategoryTree#path}
   */
  public LimitClass classOf(Kind kind, Urgency urgency, Collection<String> categoryPath) {
    if (urgency == Urgency.EMERGENCY) {
      return LimitClass.EMERGENCY;
    }
    boolean utility = categoryPath.stream().anyMatch(utilityCategories::contains);
    return switch (kind) {
      case CONSULTATION -> LimitClass.CONSULTATION;
      case SUGGESTION -> LimitClass.SUGGESTION;
      case APPEAL -> utility ? LimitClass.UTILITIES : LimitClass.APPEAL;
      case HAZARD -> utility ? LimitClass.UTILITIES : LimitClass.HAZARD;
      case COMPLAINT, ACCUSATION -> utility ? LimitClass.UTILITIES : LimitClass.COMPLAINT;
    };
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    for (var limitClass : LimitClass.values()) {
      String field = "classes." + limitClass.wire();
      Limit limit = classes.get(limitClass);
      if (limit == null) {
        flaws.add(field, Flaw.MISSING);
      } else {
        limit.check(field, flaws);
      }
    }
    if (!checkIn.isEmpty()) {
      checkInFlaws(flaws);
    }
    flaws.codes("utilityCategories", utilityCategories);
    flaws.size("utilityCategories", utilityCategories.size(), UTILITY_CATEGORIES_MAX);
    return flaws.list();
  }

  private void checkInFlaws(Flaws flaws) {
    for (var why : WhistleCase.values()) {
      String field = "checkIn." + why.wire();
      CheckIn limit = checkIn.get(why);
      if (limit == null) {
        flaws.add(field, Flaw.MISSING);
      } else {
        flaws.term(field + ".within", limit.within());
        flaws.basis(field + ".basis", limit.basis());
      }
    }
  }
}
