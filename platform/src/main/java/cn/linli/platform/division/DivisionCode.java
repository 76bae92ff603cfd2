package cn.linli.platform.division;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The code of a division in its normal form: 2, 4, 6, 9, 12 or 15 digits, the parent is a prefix.
 *
 * <p>Padded forms are accepted and shortened: {@code 620200} is the city {@code 6202}, {@code
 * 370602000000} the district {@code 370602}. The padded code of a city without districts that
 * published lists use for its district-level node stays a district: {@code 441900} lies in the city
 * {@code 4419}. Source: domain rules §2.1–2.3 (GB/T 2260, GB/T 10114, statistics codes).
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {

  /** The division of what can't be placed: quarantine until someone releases it. */
  public static final String UNKNOWN = "unknown";

  /** City to the one virtual district that stands for all of it. */
  static final Map<String, String> VIRTUAL_DISTRICTS =
      Map.of("6202", "620201", "4419", "441900", "4420", "442000", "4604", "460400");

  public DivisionCode {
    value = normalise(value);
  }

  @JsonCreator
  public static DivisionCode of(String text) {
    return new DivisionCode(text);
  }

  /** Empty where {@link #of} throws. */
  public static Optional<DivisionCode> parse(String text) {
    try {
      return Optional.of(new DivisionCode(text));
    } catch (IllegalArgumentException notACode) {
      return Optional.empty();
    }
  }

  public Tier tier() {
    return Tier.ofDigits(value.length()).orElseThrow();
  }

  /** Empty for a province. */
  public Optional<DivisionCode> parent() {
    return tier() == Tier.PROVINCE
        ? Optional.empty()
        : Optional.of(cut(Tier.values()[tier().ordinal() - 1]));
  }

  /** This division or its ancestor on the given tier; empty if that tier is finer. */
  public Optional<DivisionCode> at(Tier tier) {
    return tier().isAtLeastAsFineAs(tier) ? Optional.of(cut(tier)) : Optional.empty();
  }

  /**
   * Whether what belongs to the other code is inside this one: scope by prefix. A virtual district
   * is all of its city, so it contains the city too.
   */
  public boolean contains(DivisionCode other) {
    return other.value.startsWith(value)
        || value.equals(VIRTUAL_DISTRICTS.get(other.value)); // 620201 ⊇ 6202
  }

  /** Whether both show the same totals: {@code 6202} and {@code 620201}. */
  public boolean sameTotals(DivisionCode other) {
    return contains(other) && other.contains(this);
  }

  /**
   * Where a matter of this division is counted: the virtual district for a city that has no other,
   * else itself.
   */
  public DivisionCode counted() {
    String district = VIRTUAL_DISTRICTS.get(value);
    return district == null ? this : new DivisionCode(district);
  }

  /**
   * Codes from the province down to the division that is {@link #counted()}, a virtual district
   * included.
   */
  public List<String> path() {
    String counted = counted().value;
    var path = new ArrayList<String>(Tier.values().length);
    for (var tier : Tier.values()) {
      if (tier.digits() <= counted.length()) {
        path.add(counted.substring(0, tier.digits()));
      }
    }
    return List.copyOf(path);
  }

  private DivisionCode cut(Tier tier) {
    return new DivisionCode(value.substring(0, tier.digits()));
  }

  private static String normalise(String text) {
    String code = text.strip();
    if (Tier.ofDigits(code.length()).isEmpty()
        || !code.chars().allMatch(c -> c >= '0' && c <= '9')
        || code.startsWith("0")) {
      throw new IllegalArgumentException("not a division code of 2, 4, 6, 9, 12 or 15 digits");
    }
    while (isPadded(code)) {
      code = code.substring(0, code.length() - (code.length() > 6 ? 3 : 2));
    }
    if (code.length() > 6 && code.substring(4, 6).equals("00") && !isVirtualDistrict(code)
        || code.length() > 4 && code.substring(2, 4).equals("00")
        || code.length() > 9 && code.substring(6, 9).equals("000")
        || code.length() > 12 && code.substring(9, 12).equals("000")) {
      throw new IllegalArgumentException("a division code with a gap of zeros inside");
    }
    return code;
  }

  private static boolean isPadded(String code) {
    return code.length() > 6
        ? code.endsWith("000")
        : code.length() > 2 && code.endsWith("00") && !isVirtualDistrict(code);
  }

  private static boolean isVirtualDistrict(String code) {
    return code.length() >= 6 && VIRTUAL_DISTRICTS.containsValue(code.substring(0, 6));
  }

  @Override
  public int compareTo(DivisionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  @JsonValue
  public String toString() {
    return value;
  }
}
