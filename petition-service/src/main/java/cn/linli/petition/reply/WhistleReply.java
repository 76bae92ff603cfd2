package cn.linli.petition.reply;

import cn.linli.events.petition.WhistleCase;
import cn.linli.petition.domain.BuildingWhistles;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Whistle;
import cn.linli.petition.domain.Whistle.Called;
import cn.linli.petition.domain.Whistles;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A street's whistle. What offices tell each other is not shown to the petitioner: then the texts
 * are null.
 *
 * @param lead organisation that leads on the spot; null once everybody declined
 */
public record WhistleReply(
    String id,
    @JsonProperty("case") WhistleCase why,
    PetitionReply.Handler street,
    @Nullable String lead,
    @Nullable String reason,
    Instant blownAt,
    List<Department> departments,
    @Nullable Instant closedAt) {

  /**
   * @param state called · checked-in · reported · declined · released
   * @param late its limit passed before it had checked in
   * @param result its report
   * @param reason why it declined
   * @param score the street's of it; {@code streetScore}: its of the street
   */
  public record Department(
      String organisation,
      String division,
      Instant dueBy,
      String basis,
      Whistle.State state,
      boolean late,
      @Nullable Instant checkedInAt,
      @Nullable Instant reportedAt,
      @Nullable String result,
      @Nullable String reason,
      @Nullable Integer score,
      @Nullable Integer streetScore) {}

  /** A community's call that its street has not answered. */
  public record CallReply(
      PetitionReply.Handler by,
      PetitionReply.Handler street,
      Instant calledAt,
      @Nullable String reason) {}

  /** All texts that are shown with a request's whistles, those of buildings too. */
  static List<String> references(Petition petition) {
    var refs = new ArrayList<String>();
    Whistles whistles = Whistles.of(petition);
    if (whistles.call() != null) {
      refs.add(whistles.call().reasonRef());
    }
    for (Whistle whistle : whistles.all()) {
      refs.add(whistle.reasonRef());
      whistle.departments().stream()
          .map(Called::wordRef)
          .filter(Objects::nonNull)
          .forEach(refs::add);
    }
    BuildingWhistles.of(petition).all().forEach(raised -> refs.add(raised.needRef()));
    return refs;
  }

  static List<WhistleReply> of(Petition petition, Function<String, @Nullable String> texts) {
    return Whistles.of(petition).all().stream().map(whistle -> of(whistle, texts)).toList();
  }

  static @Nullable CallReply call(Petition petition, Function<String, @Nullable String> texts) {
    Whistles.Call call = Whistles.of(petition).call();
    return call == null
        ? null
        : new CallReply(
            Parts.handler(call.by()),
            Parts.handler(call.street()),
            call.at(),
            texts.apply(call.reasonRef()));
  }

  private static WhistleReply of(Whistle whistle, Function<String, @Nullable String> texts) {
    return new WhistleReply(
        whistle.id(),
        whistle.why(),
        Parts.handler(whistle.street()),
        whistle.lead() == null ? null : Parts.handler(whistle.lead()).organisation(),
        texts.apply(whistle.reasonRef()),
        whistle.blownAt(),
        whistle.departments().stream().map(called -> department(called, texts)).toList(),
        whistle.closedAt());
  }

  private static Department department(Called called, Function<String, @Nullable String> texts) {
    String word = called.wordRef() == null ? null : texts.apply(called.wordRef());
    boolean declined = called.state() == Whistle.State.DECLINED;
    return new Department(
        Parts.handler(called.unit()).organisation(),
        called.unit().division(),
        called.dueBy(),
        called.basis(),
        called.state(),
        called.late(),
        called.checkedInAt(),
        called.reportedAt(),
        declined ? null : word,
        declined ? word : null,
        called.score(),
        called.streetScore());
  }
}
