package cn.linli.events.petition;

import cn.linli.events.WireName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is personal goes: somebody's right, or the end of its time (个人信息保护法 §47). */
public sealed interface ErasureEvent extends PetitionEvent {

  /** Why. */
  enum Ground implements WireName {
    /** The petitioner asks, and the matter is done with: §47 (1), (3). */
    REQUEST,
    /** The tenant's time of keeping is over: §47 (2). */
    RETENTION_OVER,
    /** It should never have been taken in: §47 (4). */
    UNLAWFUL
  }

  /**
   * All that was said in this request is erased, the keys with it: contacts, descriptions, notes,
   * answers, files. Figures and codes stay. Whoever took over something from here obeys.
   *
   * @param refs references under which others may have fetched contacts and content
   * @param referrals ids of the referrals to mediators, who may have fetched names; null in older
   *     events
   */
  record PersonErased(Ground ground, List<String> refs, @Nullable List<String> referrals)
      implements ErasureEvent {
    public PersonErased {
      refs = List.copyOf(refs);
      referrals = referrals == null ? null : List.copyOf(referrals);
    }
  }
}
