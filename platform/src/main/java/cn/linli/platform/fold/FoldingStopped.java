package cn.linli.platform.fold;

/**
 * The topic or the positions are not what they must be: a gap, another topic, a position beyond the
 * log. Folding stops and alarms; it never guesses.
 */
public final class FoldingStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FoldingStopped(String reason) {
    super(reason);
  }
}
