package cn.linli.platform.division;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place. Names repeat all over the country, so nothing is looked up by name alone.
 *
 * @param aliases other names people use for it
 * @param validFrom first day of the code; null: as long as we know
 * @param validTo last day of the code; null: still valid
 * @param supersededBy the code that took its place
 */
public record Division(
    DivisionCode code,
    String name,
    List<String> aliases,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable DivisionCode supersededBy) {

  public Division {
    aliases = List.copyOf(aliases);
  }

  public static Division of(DivisionCode code, String name) {
    return new Division(code, name, List.of(), null, null, null);
  }

  /**
   * A district that stands for all of a city without districts, or a community without a committee
   * (statistics codes …498 and …598): an address, but no posts are required there.
   */
  public boolean virtual() {
    return switch (code.tier()) {
      case DISTRICT -> DivisionCode.VIRTUAL_DISTRICTS.containsValue(code.value());
      case COMMUNITY -> code.value().endsWith("498") || code.value().endsWith("598");
      default -> false;
    };
  }

  /**
   * A development zone that only statistics know (71–79 in digits 5–6); it counts as a district.
   */
  public boolean statOnly() {
    return code.tier() == Tier.DISTRICT && code.value().charAt(4) == '7' && !virtual();
  }

  public boolean isValidOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  /** Its name or one of its aliases, with or without the words for its committee. */
  boolean isCalled(String wanted) {
    String plain = plain(wanted);
    return plain(name).equals(plain) || aliases.stream().anyMatch(a -> plain(a).equals(plain));
  }

  private static String plain(String name) {
    return name.strip().replaceFirst("(居民委员会|居委会|村民委员会|村委会)$", "");
  }
}
