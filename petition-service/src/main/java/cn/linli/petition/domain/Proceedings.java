package cn.linli.petition.domain;

import org.jspecify.annotations.Nullable;

/** What only some requests go through beside handling; a part is null while there is none of it. */
public record Proceedings(@Nullable Deliberation deliberation) {

  static final Proceedings NONE = new Proceedings(null);

  Proceedings with(Deliberation now) {
    return new Proceedings(now);
  }
}
