package cn.linli.mediation.archive;

import cn.linli.mediation.documents.CaseFiles;
import cn.linli.mediation.documents.Reader;
import cn.linli.mediation.documents.Sending;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.papers.CasePaper;
import cn.linli.mediation.papers.Form;
import cn.linli.mediation.papers.Head;
import cn.linli.platform.vault.DocumentKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a case's papers and files together, signed: its own archive, and what goes to others. */
public final class CaseBundles {

  private final CaseFiles files;
  private final Evidence evidence;
  private final DocumentKey key;

  /** The same, with these papers. */
  public CaseBundles with(CaseFiles otherFiles) {
    return new CaseBundles(otherFiles, evidence, key);
  }

  CaseBundles(CaseFiles files, Evidence evidence, DocumentKey key) {
    this.files = files;
    this.evidence = evidence;
    this.key = key;
  }

  /**
   * A bundle that is ready to be sent.
   *
   * @param manifestSha256 by which sender and receiver know it again
   */
  public record Ready(String manifestSha256, byte[] zip) {

    /** Of the whole file, as it is sent. */
    public String sha256() {
      return Enclosure.sha256(zip);
    }
  }

  /** One case, one file: all papers in the official order behind their index, and all files. */
  Ready archive(
      String id, Dispute dispute, long version, Reader reader, CaseFiles.Purpose purpose) {
    List<CasePaper> papers = files.papers(id, dispute, reader, purpose);
    Head head = files.head(dispute).at(latest(dispute));
    return bundle("archive", id, version, head, null, List.of(), papers, dispute);
  }

  /**
   * What goes along with claims that are handed over: papers that may leave, the letter, the files.
   *
   * @param version of the dispute that it tells of
   */
  public Ready handOver(
      String id, Dispute dispute, long version, Sending sending, CaseFiles.Purpose purpose) {
    var papers = new ArrayList<CasePaper>();
    Reader reader = Reader.otherBody(sending.claimants(dispute));
    for (CasePaper paper : files.papers(id, dispute, reader, purpose)) {
      if (mayLeave(paper.form())) {
        papers.add(paper);
      }
    }
    papers.add(files.letter(id, dispute, sending, purpose));
    Head head = files.head(dispute).at(sending.preparedAt());
    return bundle(
        sending.pathway().wire(),
        id,
        version,
        head,
        sending.body(),
        sending.claims(),
        papers,
        dispute);
  }

  /**
   * What is said in a session may hold concessions, which nobody may use against who made them
   * (特邀调解规定 §22, 民诉法解释 §107): its record stays, as do inquiries among neighbours, visits and who
   * showed which document. Earlier letters are for their receivers.
   */
  private static boolean mayLeave(Form form) {
    return switch (form) {
      case APPLICATION,
          REGISTRATION,
          POWER_OF_ATTORNEY,
          EVIDENCE,
          AGREEMENT,
          ORAL_AGREEMENT,
          CONFIRMATION,
          UNDISPUTED_FACTS,
          NOTICE_OF_REMEDIES ->
          true;
      case COVER,
          NOTICE_OF_RIGHTS,
          IDENTITY,
          INVESTIGATION,
          MEDIATION_RECORD,
          PERFORMANCE_RECEIPT,
          RETURN_VISIT,
          CLOSING_REPORT,
          HAND_OVER_LETTER ->
          false;
    };
  }

  private Ready bundle(
      String purpose,
      String id,
      long version,
      Head head,
      @Nullable String body,
      List<String> claims,
      List<CasePaper> papers,
      Dispute dispute) {
    Evidence.Files found = evidence.of(dispute);
    var documents = new ArrayList<Enclosure>();
    papers.forEach(it -> documents.add(enclosed(it)));
    documents.addAll(found.enclosed());
    documents.addFirst(FileIndex.of(head, documents));
    var subject =
        new Manifest.Subject(
            purpose, id, head.caseNumber(), head.committee(), version, head.date(), body, claims);
    Manifest manifest = Manifest.of(subject, documents, found.elsewhere());
    return new Ready(Bundle.digest(manifest), Bundle.zip(manifest, documents, key));
  }

  private static Enclosure enclosed(CasePaper paper) {
    return new Enclosure(
        "documents/" + paper.fileName(), paper.form().title(), "application/pdf", paper.pdf());
  }

  /** Of the case, never of the clock: the same version is the same archive. */
  private static Instant latest(Dispute dispute) {
    return dispute.steps().isEmpty()
        ? dispute.filed().receivedAt()
        : dispute.steps().getLast().at();
  }
}
