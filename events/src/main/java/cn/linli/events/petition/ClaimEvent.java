package cn.linli.events.petition;

import cn.linli.events.Event;

/**
 * What happens to a claim: a stream whose key is a keyed hash of something that may be taken once,
 * such as a client's external id. Uniqueness across streams (design §2).
 */
public sealed interface ClaimEvent extends Event {

  /**
   * It was taken, for good.
   *
   * @param holder key of the request that has it
   */
  record Claimed(String holder) implements ClaimEvent {}
}
