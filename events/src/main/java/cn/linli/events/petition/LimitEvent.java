package cn.linli.events.petition;

/** Another row of the limit table. */
public sealed interface LimitEvent extends PetitionEvent {

  /**
   * Several bodies have to act: the answer has the limit of such matters. No extension: that is
   * asked for and allowed by its own rules.
   *
   * @param chosen a dispatcher said so; false: a body was called in beside the one that leads
   */
  record FoundComplex(boolean chosen, Deadlines deadlines) implements LimitEvent {}
}
