package cn.linli.events.petition;

import cn.linli.events.Event;

/**
 * What became of news about a referral, one for each piece of news: the stream of the referral is
 * always there, the request maybe not.
 *
 * @see ReferralOrigin
 */
public sealed interface ReferralNoteEvent extends Event {

  /** {@code news}: the event's name, in kebab-case. */
  record ReferralNewsApplied(String news) implements ReferralNoteEvent {}

  /** {@code code}: why nothing followed. */
  record ReferralNewsDeclined(String news, String code) implements ReferralNoteEvent {}
}
