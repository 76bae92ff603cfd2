package cn.linli.events.mediation;

import java.util.List;

/** What happens to a mediator on the roster; streams {@code r:<id>}. */
public sealed interface MediatorEvent extends MediationEvent {

  record MediatorRegistered(MediatorFiling filing) implements MediatorEvent {}

  record MediatorProfileChanged(MediatorProfile profile) implements MediatorEvent {}

  /** Works in a studio or a team too. */
  record MediatorJoinedBody(String body) implements MediatorEvent {}

  record MediatorLeftBody(String body) implements MediatorEvent {}

  /**
   * In whose matters they never mediate: the whole of what is declared now.
   *
   * @param kin keyed hashes of phones of kin
   * @param organisations codes of bodies they have an interest in
   */
  record MediatorInterestsDeclared(List<String> kin, List<String> organisations)
      implements MediatorEvent {
    public MediatorInterestsDeclared {
      kin = List.copyOf(kin);
      organisations = List.copyOf(organisations);
    }
  }

  /** Somebody says they broke a duty; nothing follows by itself. */
  record MediatorComplainedOf(RemovalGround ground, String contentRef) implements MediatorEvent {}

  /** Criticised and told to do better (人民调解法 §15). */
  record MediatorWarned(RemovalGround ground, String reasonRef) implements MediatorEvent {}

  /** Removed or dismissed by who elected or appointed them (§15). */
  record MediatorRemoved(RemovalGround ground, String reasonRef) implements MediatorEvent {}

  /** Takes no new disputes for a while. */
  record MediatorPaused() implements MediatorEvent {}

  record MediatorResumed() implements MediatorEvent {}

  record MediatorResigned() implements MediatorEvent {}
}
