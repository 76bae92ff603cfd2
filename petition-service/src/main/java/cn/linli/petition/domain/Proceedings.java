package cn.linli.petition.domain;

/** What only some requests go through beside handling; a part is null while there is none of it. */
public record Proceedings() {

  static final Proceedings NONE = new Proceedings();
}
