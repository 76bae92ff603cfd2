package cn.linli.timebank.certificates;

import cn.linli.events.timebank.CertificateEvent;
import cn.linli.events.timebank.CertificateFiling;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.certificates.Certification;
import cn.linli.timebank.domain.certificates.Certification.Status;
import cn.linli.timebank.domain.certificates.CertificationRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Certificates that were asked for: streams {@code y:<id>}. */
final class CertificationCases extends PlainKind<Certification, CertificateEvent> {

  static final String KIND = "y";

  /** Lists of what hangs, by place and by passbook. */
  static final String NOTICES = "y-notice";

  /** Lists of what has an objection that nobody answered. */
  static final String OBJECTED = "y-objected";

  private static final StreamName NAME = StreamName.ofIds(KIND);

  CertificationCases() {
    super(KIND, 1, Certification.class, CertificateEvent.class, Certification.NONE);
  }

  static StreamId stream(String id) {
    return NAME.stream(id);
  }

  static StreamId fromPath(String id) {
    return NAME.fromPath(id);
  }

  @Override
  public Certification evolve(Certification state, CertificateEvent event, Instant at, String by) {
    return state.evolve(event, at);
  }

  @Override
  public @Nullable Instant due(Certification state) {
    return state.due();
  }

  @Override
  public Decision<CertificateEvent> fallDue(Certification state, Instant at) {
    return CertificationRules.fallDue(state);
  }

  @Override
  public String division(Certification state) {
    return state.filed().division();
  }

  @Override
  public void index(Certification state, Document into) {
    if (!state.exists()) {
      return;
    }
    CertificateFiling filing = state.filed();
    var lists = new ArrayList<>(ListFields.places(KIND, filing.division()));
    lists.add(ListFields.of(KIND, filing.account()));
    if (state.hangs()) {
      lists.addAll(ListFields.places(NOTICES, filing.division()));
      lists.add(ListFields.of(NOTICES, filing.account()));
    }
    if (state.status() == Status.OBJECTED) {
      lists.addAll(ListFields.places(OBJECTED, filing.division()));
    }
    into.append(ListFields.IN, lists)
        .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.askedAt())));
  }
}
