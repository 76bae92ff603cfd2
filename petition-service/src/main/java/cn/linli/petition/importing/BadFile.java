package cn.linli.petition.importing;

import org.jspecify.annotations.Nullable;

/** The file as a whole can't be imported. */
final class BadFile extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;
  private final @Nullable String field;

  BadFile(String code, @Nullable String field) {
    super(code, null, false, false);
    this.code = code;
    this.field = field;
  }

  String code() {
    return code;
  }

  @Nullable String field() {
    return field;
  }
}
