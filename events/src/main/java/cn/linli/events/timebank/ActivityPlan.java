package cn.linli.events.timebank;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is planned.
 *
 * @param titleRef what it is called, in the vault
 * @param service code of the catalogue
 * @param places for volunteers
 * @param needed confirmations until what it was published for is done
 * @param minutesMax of each volunteer; null: the scheme's cap of a session
 * @param risk only with insurance, never with minors (志愿服务条例 §15, §17)
 * @param skill code of a skill that a volunteer must have shown; null: none
 * @param coOrganisers codes of organisations that organise it too
 * @param ownCheck whether volunteers may check in by themselves
 * @param topics codes of what it is about
 * @param team whose members alone take part; null: everybody
 */
public record ActivityPlan(
    String titleRef,
    String division,
    String service,
    Instant startsAt,
    Instant endsAt,
    int places,
    int needed,
    @Nullable Integer minutesMax,
    boolean risk,
    @Nullable String skill,
    List<String> coOrganisers,
    boolean ownCheck,
    List<String> topics,
    @Nullable String team) {
  public ActivityPlan {
    coOrganisers = List.copyOf(coOrganisers);
    topics = List.copyOf(topics);
  }
}
