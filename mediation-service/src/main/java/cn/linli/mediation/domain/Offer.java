package cn.linli.mediation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side, or the mediators, would settle for. It binds nobody and is used against nobody: it
 * never leaves the case (特邀调解规定 §22, 民诉法解释 §107).
 *
 * @param number from 1
 * @param by number of the party; null: the mediators' own proposal
 * @param replyTo the offer it answers
 * @param versions oldest first; the last one stands
 */
public record Offer(
    int number, @Nullable String by, @Nullable Integer replyTo, List<Version> versions) {

  /** {@code contentRef}: what was offered then. */
  public record Version(int version, String contentRef, Instant at) {}

  public Offer {
    versions = List.copyOf(versions);
  }

  Offer plus(Version version) {
    var more = new ArrayList<>(versions);
    more.add(version);
    return new Offer(number, by, replyTo, more);
  }
}
