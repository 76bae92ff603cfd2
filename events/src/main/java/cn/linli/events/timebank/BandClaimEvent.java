package cn.linli.events.timebank;

/** One wristband per account: a claim in the stream {@code x:wristband:<account>}. */
public sealed interface BandClaimEvent extends TimebankEvent {

  /** {@code band}: key of the wristband's stream. */
  record AccountBanded(String band, String division) implements BandClaimEvent {}

  record AccountUnbanded() implements BandClaimEvent {}
}
