package cn.linli.timebank.exchange;

import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.exchange.Need;
import cn.linli.timebank.volunteering.Holders;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Needs: what and until when for everybody, whose and the words for themselves and the house. */
final class NeedShown extends Shown<Need, NeedReply> {

  private final Vault vault;
  private final Holders holders;

  NeedShown(CaseStates<Need> states, Vault vault, Holders holders) {
    super(states, Need.class);
    this.vault = vault;
    this.holders = holders;
  }

  @Override
  protected StreamId stream(String id) {
    return Kind.fromPath(ExchangeCases.NEED, id);
  }

  @Override
  protected Instant since(Need state) {
    return Objects.requireNonNull(state.filedAt());
  }

  @Override
  protected List<NeedReply> replies(List<Stored<Need>> stored, Caller caller) {
    Actor actor = Actors.of(caller);
    Map<String, Content> words =
        vault.openAll(stored.stream().map(it -> it.state().what().wordsRef()).toList());
    Map<String, Holders.Holder> known =
        holders.of(stored.stream().map(it -> it.state().what().account()).toList());
    return stored.stream()
        .map(it -> {
          var filed = it.state().what();
          var holder = known.get(filed.account());
          boolean open =
              actor.isHouse(filed.division()) || holder != null && holder.isSpokenForBy(actor);
          return new NeedReply(
              it.id(),
              open ? filed.account() : null,
              open && holder != null ? holder.masked() : null,
              filed.division(),
              filed.service(),
              filed.minutes(),
              filed.until(),
              open ? Objects.requireNonNull(words.get(filed.wordsRef())).text().orElse("") : null,
              it.state().status(),
              it.state().fromPool(),
              it.state().match(),
              it.state().endCode(),
              since(it.state()),
              it.version());
        })
        .toList();
  }
}
