package cn.linli.platform.fold;

/** Somebody else moved the positions: nothing was written; read them again. */
final class LostPosition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostPosition(String generation) {
    super("positions of generation " + generation + " were moved by another folder");
  }
}
