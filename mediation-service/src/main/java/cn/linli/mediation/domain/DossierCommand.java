package cn.linli.mediation.domain;

import java.time.Instant;

/** What mediators put into the file. */
public sealed interface DossierCommand extends DisputeCommand {

  record SeeIdentity(String party, String proofRef) implements DossierCommand {}

  record RecordPower(String party, boolean special, String contentRef) implements DossierCommand {}

  record RecordInvestigation(Instant at, String contentRef) implements DossierCommand {}
}
