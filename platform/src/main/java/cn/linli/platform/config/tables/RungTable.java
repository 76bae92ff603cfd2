package cn.linli.platform.config.tables;

import cn.linli.events.petition.Level;
import cn.linli.platform.calendar.Term;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ladder grid → community → street → district → city: how long each rung may hold a matter
 * before it moves up by itself. The city is the top, so it has no clock.
 */
public record RungTable(@Size(max = 5) Map<Level, Rung> rungs) implements ConfigTable {

  /**
   * @param clock from the instant the rung got the matter
   */
  public record Rung(@Nullable Term clock, @Nullable String basis) {}

  public RungTable {
    rungs = Copies.of(rungs);
  }

  /** Empty on the top rung. */
  public Optional<Term> clock(Level level) {
    return Optional.ofNullable(rungs.get(level)).map(Rung::clock);
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    for (var level : Level.values()) {
      String field = "rungs." + level.wire();
      Rung rung = rungs.get(level);
      if (level == Level.CITY) {
        if (rung != null) {
          flaws.add(field, "is the top rung and has no clock");
        }
      } else if (rung == null) {
        flaws.add(field, Flaw.MISSING);
      } else {
        flaws.term(field + ".clock", rung.clock());
        flaws.basis(field + ".basis", rung.basis());
      }
    }
    return flaws.list();
  }
}
