package cn.linli.timebank.exchange;

import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.timebank.domain.exchange.Offer;
import cn.linli.timebank.volunteering.Holders;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Offers, with masked names. */
final class OfferShown extends Shown<Offer, OfferReply> {

  private final Vault vault;
  private final Holders holders;

  OfferShown(CaseStates<Offer> states, Vault vault, Holders holders) {
    super(states, Offer.class);
    this.vault = vault;
    this.holders = holders;
  }

  @Override
  protected StreamId stream(String id) {
    return Kind.fromPath(ExchangeCases.OFFER, id);
  }

  @Override
  protected Instant since(Offer state) {
    return Objects.requireNonNull(state.madeAt());
  }

  @Override
  protected List<OfferReply> replies(List<Stored<Offer>> stored, Caller caller) {
    Map<String, Content> words =
        vault.openAll(
            stored.stream()
                .map(it -> it.state().what().wordsRef())
                .filter(Objects::nonNull)
                .toList());
    Map<String, Holders.Holder> known =
        holders.of(stored.stream().map(it -> it.state().what().account()).toList());
    return stored.stream()
        .map(it -> {
          var made = it.state().what();
          var holder = known.get(made.account());
          var said = words.get(made.wordsRef());
          return new OfferReply(
              it.id(),
              made.account(),
              holder == null ? null : holder.masked(),
              made.division(),
              made.services(),
              said == null ? null : said.text().orElse(""),
              it.state().open(),
              since(it.state()),
              it.version());
        })
        .toList();
  }
}
