package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.*;

import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.Determination;
import cn.linli.events.mediation.PartyRole;
import cn.linli.events.mediation.PerformanceState;
import cn.linli.events.mediation.SigningManner;
import cn.linli.mediation.domain.AgreementCommand.*;
import cn.linli.mediation.domain.DisputeCommand.Accept;
import cn.linli.mediation.domain.DisputeCommand.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words and acts of agreements, everything ordinary; change what the rule is about. */
final class AgreementScene {

  static final String A = "a1";
  static final Instant DUE = instant("2026-02-10T23:59:59");

  private AgreementScene() {}

  /** p2 owes p1 900 yuan. */
  static Item item() {
    return item("p2", "p1", DUE);
  }

  static Item item(@Nullable String obligor, @Nullable String obligee, @Nullable Instant due) {
    return new Item(obligor, obligee, "terms", true, true, 90_000L, due);
  }

  static Words words() {
    return new Words();
  }

  /** The words of an agreement, whole. */
  static final class Words {

    private String id = A;
    private AgreementForm form = AgreementForm.WRITTEN;
    private @Nullable String facts = "facts";
    private @Nullable String issues = "issues";
    private List<Item> items = List.of(item());
    private List<String> claims = List.of();
    private boolean partial;
    private List<Determination> determines = List.of();

    Words id(String newId) {
      id = newId;
      return this;
    }

    Words oral() {
      form = AgreementForm.ORAL;
      return this;
    }

    Words facts(@Nullable String newFacts) {
      facts = newFacts;
      return this;
    }

    Words issues(@Nullable String newIssues) {
      issues = newIssues;
      return this;
    }

    Words items(Item... newItems) {
      items = List.of(newItems);
      return this;
    }

    Words partial(String... newClaims) {
      partial = true;
      claims = List.of(newClaims);
      return this;
    }

    Words claims(String... newClaims) {
      claims = List.of(newClaims);
      return this;
    }

    Words determines(Determination... what) {
      determines = List.of(what);
      return this;
    }

    Agree draft() {
      return new Agree(id, form, facts, issues, null, items, claims, partial, determines);
    }
  }

  static Sign signed(String party) {
    return signed(A, party);
  }

  static Sign signed(String agreement, String party) {
    return new Sign(recorded(party), agreement, SigningManner.FINGERPRINT);
  }

  static SignAsMediator mediatorSigns(String agreement) {
    return new SignAsMediator(agreement, null, null, SigningManner.SIGNATURE);
  }

  static ReturnVisit visit(PerformanceState performed) {
    return new ReturnVisit(null, null, performed, true, false, "note");
  }

  static Scene drafted() {
    return mediating().by(MEDIATOR, words().draft()).accepted();
  }

  /** The words stand, everybody has signed, the committee has sealed. */
  static Scene effective(Scene mediating, Agree draft) {
    var scene = mediating.by(MEDIATOR, draft).accepted();
    var bound = Accords.of(scene.state()).find(draft.id()).orElseThrow().binds();
    for (String party : bound) {
      scene.by(MEDIATOR, signed(draft.id(), party)).accepted();
    }
    return scene
        .by(MEDIATOR, mediatorSigns(draft.id()))
        .accepted()
        .by(HEAD, new Seal(draft.id()))
        .accepted();
  }

  static Scene effective() {
    return effective(mediating(), words().draft());
  }

  /** So many owners, each asking one developer, the last party, for money; all consent. */
  static Scene owners(int owners) {
    var draft = Scene.draft();
    for (int i = 0; i < owners; i++) {
      draft.party(PartyRole.APPLICANT);
    }
    draft.party(PartyRole.RESPONDENT);
    String developer = "p" + (owners + 1);
    for (int i = 1; i <= owners; i++) {
      draft.claim("p" + i, developer);
    }
    var scene =
        start()
            .by(FILER, draft.register())
            .accepted()
            .by(MEDIATOR, new Accept(null, number(1)))
            .accepted();
    for (int i = 2; i <= owners + 1; i++) {
      scene.by(MEDIATOR, new Answer(recorded("p" + i), true)).accepted();
    }
    return scene;
  }

  /** The developer pays the first so many owners. */
  static Item[] pays(int first, int owners) {
    var items = new ArrayList<Item>();
    for (int i = 1; i <= first; i++) {
      items.add(item("p" + (owners + 1), "p" + i, DUE));
    }
    return items.toArray(Item[]::new);
  }
}
