package cn.linli.platform.fold;

/**
 * A pure function of one record to counts: no clock, no division tree, no other partition. What it
 * counts is added up, so the order of records does not matter.
 */
public interface Fold {

  /** First part of its cells' subjects, for instance {@code petitions}. */
  String subject();

  /** Grows when the same record gives other counts: then the view is rebuilt. */
  int version();

  /** Whether a division gets cells by label; the smallest ones need none and would cost most. */
  default boolean isDividedAt(String division) {
    return true;
  }

  /**
   * Must check every key before it counts anything.
   *
   * @throws cn.linli.events.UndecodableEvent if the record can't be counted: it is named and passed
   */
  void fold(FoldRecord record, Counts into);
}
