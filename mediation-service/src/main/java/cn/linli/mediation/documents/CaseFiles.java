package cn.linli.mediation.documents;

import cn.linli.mediation.casework.Benches;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Dossier;
import cn.linli.mediation.erasure.Keeping;
import cn.linli.mediation.papers.CasePaper;
import cn.linli.mediation.papers.EvidenceList;
import cn.linli.mediation.papers.Head;
import cn.linli.mediation.reply.CaseNumberText;
import cn.linli.mediation.reply.Opened;
import cn.linli.platform.attachment.Attachment;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All papers of a case as far as it has got, in the order of the official list. What they are
 * filled from is the state and what its references lead to, so the same version fills the same
 * papers. What a party said to the mediators alone, and what was offered, is not even opened.
 */
public final class CaseFiles {

  private static final int KILOBYTE = 1_024;
  private static final int MONTHS_OF_A_YEAR = 12;
  private static final String NOT_NUMBERED = "（未编号）";

  private static final Map<String, String> MEDIA_TYPES =
      Map.of("image/jpeg", "图片（JPEG）", "image/png", "图片（PNG）", "application/pdf", "PDF 文档");

  private final Vault vault;
  private final Attachments attachments;
  private final Benches benches;
  private final Committees committees;
  private final Keeping keeping;
  private final BodyNames bodies;
  private final MediatorNames mediators;
  private final @Nullable Surroundings then;

  CaseFiles(
      Vault vault,
      Attachments attachments,
      Benches benches,
      Committees committees,
      Keeping keeping,
      BodyNames bodies,
      MediatorNames mediators) {
    this(vault, attachments, benches, committees, keeping, bodies, mediators, null);
  }

  private CaseFiles(
      Vault vault,
      Attachments attachments,
      Benches benches,
      Committees committees,
      Keeping keeping,
      BodyNames bodies,
      MediatorNames mediators,
      @Nullable Surroundings then) {
    this.vault = vault;
    this.attachments = attachments;
    this.benches = benches;
    this.committees = committees;
    this.keeping = keeping;
    this.bodies = bodies;
    this.mediators = mediators;
    this.then = then;
  }

  /** Papers as they were made in these surroundings, whatever was renamed since. */
  public CaseFiles in(Surroundings surroundings) {
    return new CaseFiles(
        vault,
        attachments,
        benches,
        committees,
        keeping,
        surroundings.bodyNames(),
        ids -> surroundings.mediators(),
        surroundings);
  }

  /** The same papers, and what of them is not of the dispute is noted. */
  public Noted noting() {
    var names = new Surroundings.Noting(bodies);
    return new Noted(
        new CaseFiles(vault, attachments, benches, committees, keeping, names, mediators, then),
        names);
  }

  /** Papers that are being made, and what they were made from beside the dispute. */
  public static final class Noted {

    private final CaseFiles files;
    private final Surroundings.Noting names;

    private Noted(CaseFiles files, Surroundings.Noting names) {
      this.files = files;
      this.names = names;
    }

    public CaseFiles files() {
      return files;
    }

    /** To be asked once the papers are made. */
    public Surroundings surroundings(Dispute dispute) {
      Head head = files.head(dispute);
      return new Surroundings(
          head.committee(),
          head.caseNumber(),
          names.asked(),
          files.mediators.of(MediatorIds.of(dispute)));
    }
  }

  /** Why somebody's names are read in clear: for the access log. */
  public record Purpose(String by, String reason, String correlation) {}

  public List<CasePaper> papers(String id, Dispute dispute, Reader reader, Purpose purpose) {
    Filling filling = filling(id, dispute, reader, purpose);
    var papers = new ArrayList<CasePaper>(FilingPapers.of(filling, kept(), evidence(dispute)));
    papers.addAll(SessionPapers.of(filling));
    papers.addAll(AgreementPapers.of(filling));
    papers.addAll(EndPapers.of(filling));
    papers.sort(Comparator.comparing(CasePaper::form).thenComparing(CasePaper::number));
    return papers;
  }

  /** The letter of a hand-over that is not recorded yet. */
  public CasePaper letter(String id, Dispute dispute, Sending sending, Purpose purpose) {
    return EndPapers.letter(
        filling(id, dispute, Reader.otherBody(sending.claimants(dispute)), purpose), sending);
  }

  public Head head(Dispute dispute) {
    Instant date = dispute.filed().receivedAt();
    return then != null
        ? new Head(then.committee(), then.caseNumber(), date)
        : new Head(
            committees.name(dispute.bench()),
            Objects.requireNonNullElse(
                CaseNumberText.of(dispute.conducted().caseNumber(), benches), NOT_NUMBERED),
            date);
  }

  private Filling filling(String id, Dispute dispute, Reader reader, Purpose purpose) {
    List<String> refs = references(dispute);
    var contents =
        reader.names()
            ? vault.unmask(
                DisputeStream.of(id), refs, purpose.by(), purpose.reason(), purpose.correlation())
            : vault.openAll(refs);
    return new Filling(
        dispute,
        Opened.of(contents),
        reader,
        head(dispute),
        bodies,
        mediators.of(MediatorIds.of(dispute)));
  }

  private static List<String> references(Dispute dispute) {
    var refs = new ArrayList<>(Opened.references(dispute));
    Dossier dossier = Dossier.of(dispute);
    dossier.identities().forEach(it -> refs.add(it.proofRef()));
    dossier.powers().forEach(it -> refs.add(it.contentRef()));
    dossier.inquiries().forEach(it -> refs.add(it.contentRef()));
    if (dispute.proceedings().endNotice() != null
        && dispute.proceedings().endNotice().noteRef() != null) {
      refs.add(dispute.proceedings().endNotice().noteRef());
    }
    refs.addAll(SessionPapers.references(dispute));
    refs.addAll(AgreementPapers.references(dispute));
    return refs.stream().distinct().toList();
  }

  private String kept() {
    int months = keeping.months();
    return months % MONTHS_OF_A_YEAR == 0
        ? "结案后 " + months / MONTHS_OF_A_YEAR + " 年"
        : "结案后 " + months + " 个月";
  }

  private List<EvidenceList.Item> evidence(Dispute dispute) {
    var items = new ArrayList<EvidenceList.Item>();
    for (String id : dispute.filed().attachments()) {
      attachments
          .find(id)
          .map(Attachments.Found::attachment)
          .ifPresent(it -> items.add(item(items.size() + 1, it)));
    }
    return items;
  }

  private static EvidenceList.Item item(int number, Attachment file) {
    return new EvidenceList.Item(
        "证据材料" + number,
        MEDIA_TYPES.getOrDefault(file.mediaType(), file.mediaType()),
        (file.bytes() + KILOBYTE - 1) / KILOBYTE,
        file.sha256());
  }
}
