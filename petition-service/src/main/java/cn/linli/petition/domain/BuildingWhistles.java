package cn.linli.petition.domain;

import cn.linli.events.petition.BuildingWhistleEvent;
import cn.linli.events.petition.BuildingWhistleEvent.*;
import cn.linli.events.petition.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Building whistles of one request, oldest first. */
public record BuildingWhistles(List<Raised> all) {

  public static final BuildingWhistles NONE = new BuildingWhistles(List.of());

  public BuildingWhistles {
    all = List.copyOf(all);
  }

  /**
   * @param by pseudonymous reference of who raised it
   * @param doneAt when its raiser ended it
   */
  public record Raised(
      String id,
      Unit unit,
      String by,
      String needRef,
      Instant raisedAt,
      List<Claimed> claims,
      @Nullable Instant doneAt) {

    public Raised {
      claims = List.copyOf(claims);
    }

    Raised claimed(String claimer, Instant at, long minutes) {
      var more = new ArrayList<>(claims);
      more.add(new Claimed(claimer, at, minutes));
      return new Raised(id, unit, by, needRef, raisedAt, more, doneAt);
    }

    Raised done(Instant at) {
      return new Raised(id, unit, by, needRef, raisedAt, claims, at);
    }
  }

  /**
   * @param by pseudonymous reference of who comes
   * @param minutes clock minutes from the whistle
   */
  public record Claimed(String by, Instant at, long minutes) {}

  public static BuildingWhistles of(Petition petition) {
    return Objects.requireNonNullElse(petition.proceedings().buildingWhistles(), NONE);
  }

  public Optional<Raised> find(String id) {
    return all.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  BuildingWhistles after(BuildingWhistleEvent event, Instant at, String by) {
    return switch (event) {
      case BuildingWhistled it -> {
        var more = new ArrayList<>(all);
        more.add(new Raised(it.whistle(), it.by(), by, it.needRef(), at, List.of(), null));
        yield new BuildingWhistles(more);
      }
      case BuildingWhistleClaimed it ->
          with(it.whistle(), raised -> raised.claimed(by, at, it.minutes()));
      case BuildingWhistleDone it -> with(it.whistle(), raised -> raised.done(at));
    };
  }

  private BuildingWhistles with(String id, UnaryOperator<Raised> change) {
    return new BuildingWhistles(
        all.stream().map(it -> it.id().equals(id) ? change.apply(it) : it).toList());
  }
}
