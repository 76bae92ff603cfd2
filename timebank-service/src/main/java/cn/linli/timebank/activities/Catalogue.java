package cn.linli.timebank.activities;

import cn.linli.timebank.domain.ServiceCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which services there are: groups, risks, skills. */
public record Catalogue(List<Item> items) {

  /**
   * @param risk insured volunteers of age only
   * @param skill that must have been shown; null: none
   */
  public record Item(String code, String group, boolean risk, @Nullable String skill) {}

  static Catalogue whole() {
    return new Catalogue(
        Arrays.stream(ServiceCode.values())
            .map(it ->
                new Item(
                    it.wire(),
                    it.group().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    it.risk(),
                    it.skill()))
            .toList());
  }
}
