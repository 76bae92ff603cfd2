package cn.linli.timebank.domain.certificates;

import cn.linli.events.WireName;
import cn.linli.events.timebank.CertificateEvent;
import cn.linli.events.timebank.CertificateEvent.CertificateAsked;
import cn.linli.events.timebank.CertificateEvent.CertificateIssued;
import cn.linli.events.timebank.CertificateEvent.CertificateObjected;
import cn.linli.events.timebank.CertificateEvent.CertificateObjectionAnswered;
import cn.linli.events.timebank.CertificateFiling;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a certificate that was asked for.
 *
 * @param status null: nobody asked
 * @param objections in the order they were raised; their numbers count from 1
 * @param issuedAt null: it is not, or not yet
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Certification(
    @Nullable Status status,
    @Nullable CertificateFiling filing,
    List<Objection> objections,
    @Nullable Instant askedAt,
    @Nullable Instant issuedAt) {

  public static final Certification NONE = new Certification(null, null, List.of(), null, null);

  /** Where it stands. */
  public enum Status implements WireName {
    /** It hangs, and anybody of the place may object. */
    POSTED,
    /** It hangs, and its days end nothing before an objection is answered. */
    OBJECTED,
    ISSUED,
    /** An objection was upheld. */
    REFUSED
  }

  /**
   * @param objector keyed mark
   * @param upheld null: not answered yet
   */
  public record Objection(
      String objector, String reasonRef, @Nullable Boolean upheld, @Nullable String answerRef) {

    public boolean isOpen() {
      return upheld == null;
    }
  }

  public Certification {
    objections = objections == null ? List.of() : List.copyOf(objections);
  }

  public boolean exists() {
    return status != null;
  }

  /** Whether it is on the notice board. */
  public boolean hangs() {
    return status == Status.POSTED || status == Status.OBJECTED;
  }

  public CertificateFiling filed() {
    if (filing == null) {
      throw new IllegalStateException("nobody asked for a certificate yet");
    }
    return filing;
  }

  /** What it certifies. */
  public ServiceRecord record() {
    return new ServiceRecord(
        filed().services().stream()
            .map(it ->
                new ServiceRecord.Kind(
                    it.service(), it.times(), it.minutes(), it.first(), it.last()))
            .toList());
  }

  /** When it is issued unless somebody objects; null: time alone issues nothing. */
  public @Nullable Instant due() {
    return status == Status.POSTED ? filed().until() : null;
  }

  public Certification evolve(CertificateEvent event, Instant at) {
    return switch (event) {
      case CertificateAsked(var asked, _) ->
          new Certification(Status.POSTED, asked, List.of(), at, null);
      case CertificateObjected it -> {
        var more = new ArrayList<>(objections);
        more.add(new Objection(it.objector(), it.reasonRef(), null, null));
        yield new Certification(Status.OBJECTED, filing, more, askedAt, null);
      }
      case CertificateObjectionAnswered it -> answered(it);
      case CertificateIssued _ -> new Certification(Status.ISSUED, filing, objections, askedAt, at);
    };
  }

  private Certification answered(CertificateObjectionAnswered it) {
    var all = new ArrayList<>(objections);
    Objection was = all.get(it.objection() - 1);
    all.set(
        it.objection() - 1,
        new Objection(was.objector(), was.reasonRef(), it.upheld(), it.reasonRef()));
    Status now =
        it.upheld()
            ? Status.REFUSED
            : all.stream().anyMatch(Objection::isOpen) ? Status.OBJECTED : Status.POSTED;
    return new Certification(now, filing, all, askedAt, null);
  }
}
