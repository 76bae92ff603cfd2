package cn.linli.events.mediation;

/** Numbers a committee gives to its cases: dense per committee and year. */
public sealed interface CaseNumberEvent extends MediationEvent {

  /** {@code dispute}: which one got it. */
  record CaseNumbered(CaseNumber number, String dispute) implements CaseNumberEvent {}
}
