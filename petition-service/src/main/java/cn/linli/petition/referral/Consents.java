package cn.linli.petition.referral;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who agreed to mediation. In a body: {@code true}; a list with {@code true}, a name or a role for
 * each party; or an object of names or roles.
 *
 * @param everybody said at once for all
 * @param by who agreed, or {@code true} in the order of the parties
 * @param refused somebody did not
 */
record Consents(
    boolean everybody, @Size(max = Bodies.PARTIES_MAX) List<String> by, boolean refused) {

  private static final String WHAT = "true, or who of the parties agreed";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Consents of(Object value) {
    return switch (value) {
      case Boolean everybody -> new Consents(everybody, List.of(), !everybody);
      case List<?> each -> of(each);
      case Map<?, ?> named -> of(named);
      default -> throw new IllegalArgumentException(WHAT);
    };
  }

  private static Consents of(List<?> each) {
    var by = new ArrayList<String>();
    boolean refused = false;
    for (Object one : each) {
      switch (one) {
        case Boolean agreed -> {
          by.add(agreed.toString());
          refused |= !agreed;
        }
        case String name -> by.add(name);
        case null, default -> throw new IllegalArgumentException(WHAT);
      }
    }
    return new Consents(false, by, refused);
  }

  private static Consents of(Map<?, ?> named) {
    var by = new ArrayList<String>();
    boolean refused = false;
    for (var one : named.entrySet()) {
      if (!(one.getValue() instanceof Boolean agreed)) {
        throw new IllegalArgumentException(WHAT);
      }
      by.add(one.getKey().toString());
      refused |= !agreed;
    }
    return new Consents(false, by, refused);
  }

  /** Whether every one of the parties is among those who agreed. */
  boolean givenBy(List<Party> parties) {
    if (refused || everybody) {
      return !refused;
    }
    boolean inOrder = by.stream().allMatch("true"::equals);
    return inOrder
        ? by.size() >= parties.size()
        : parties.stream().allMatch(it -> by.contains(it.name()) || by.contains(it.role()));
  }
}
