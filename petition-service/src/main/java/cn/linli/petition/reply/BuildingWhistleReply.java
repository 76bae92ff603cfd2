package cn.linli.petition.reply;

import cn.linli.petition.domain.BuildingWhistles;
import cn.linli.petition.domain.BuildingWhistles.Claimed;
import cn.linli.platform.access.Caller;
import cn.linli.platform.web.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A building's whistle: nothing of the request it belongs to.
 *
 * @param need what is asked for; null once erased
 * @param responseMinutes clock minutes to each claim, first come first
 * @param mine whether the reader claimed it
 * @param version the request's
 */
public record BuildingWhistleReply(
    String id,
    PetitionReply.Handler by,
    @Nullable String need,
    Instant raisedAt,
    int claims,
    List<Long> responseMinutes,
    boolean mine,
    @Nullable Instant doneAt,
    long version)
    implements Versioned {

  public static BuildingWhistleReply of(
      BuildingWhistles.Raised raised, Caller caller, @Nullable String need, long version) {
    return new BuildingWhistleReply(
        raised.id(),
        Parts.handler(raised.unit()),
        need,
        raised.raisedAt(),
        raised.claims().size(),
        raised.claims().stream().map(Claimed::minutes).toList(),
        raised.claims().stream().anyMatch(it -> it.by().equals(caller.by())),
        raised.doneAt(),
        version);
  }
}
