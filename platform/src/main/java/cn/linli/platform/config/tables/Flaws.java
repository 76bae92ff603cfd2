package cn.linli.platform.config.tables;

import cn.linli.platform.calendar.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a table, cell by cell. */
final class Flaws {

  private static final int BASIS_CHARACTERS_MAX = 500;

  /** Codes of categories and organisations: what may stand in an event. */
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private final List<Flaw> flaws = new ArrayList<>();

  void add(String field, String problem) {
    flaws.add(new Flaw(field, problem));
  }

  void term(String field, @Nullable Term term) {
    if (term == null) {
      add(field, Flaw.MISSING);
    } else if (term.flaw() != null) {
      add(field, term.flaw());
    }
  }

  void basis(String field, @Nullable String basis) {
    if (basis == null || basis.isBlank()) {
      add(field, Flaw.MISSING);
    } else if (basis.length() > BASIS_CHARACTERS_MAX) {
      add(field, "is longer than " + BASIS_CHARACTERS_MAX + " characters");
    }
  }

  void code(String field, @Nullable String code) {
    if (code == null) {
      add(field, Flaw.MISSING);
    } else if (!CODE.matcher(code).matches()) {
      add(field, "must be a code of lower-case letters, digits and hyphens");
    }
  }

  void codes(String field, List<String> codes) {
    for (int i = 0; i < codes.size(); i++) {
      code(field + "[" + i + "]", codes.get(i));
    }
    if (codes.stream().distinct().count() < codes.size()) {
      add(field, "names a code twice");
    }
  }

  void size(String field, int size, int most) {
    if (size > most) {
      add(field, "has more than " + most + " entries");
    }
  }

  List<Flaw> list() {
    return List.copyOf(flaws);
  }
}
