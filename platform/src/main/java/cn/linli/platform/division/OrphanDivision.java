package cn.linli.platform.division;

/** A division can't be added because the one it lies in is not known. */
public final class OrphanDivision extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final transient DivisionCode code;

  OrphanDivision(DivisionCode code, DivisionCode parent) {
    super(code + " has no parent " + parent);
    this.code = code;
  }

  public DivisionCode code() {
    return code;
  }
}
