package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.DossierEvent.IdentitySeen;
import cn.linli.events.mediation.DossierEvent.Investigated;
import cn.linli.events.mediation.DossierEvent.PowerGiven;
import cn.linli.mediation.domain.DossierCommand.RecordInvestigation;
import cn.linli.mediation.domain.DossierCommand.RecordPower;
import cn.linli.mediation.domain.DossierCommand.SeeIdentity;
import org.junit.jupiter.api.Test;

/** What mediators put into the file, each numbered by itself. */
class DossierTest {

  @Test
  void mediators_put_papers_into_the_file() {
    var asked = instant("2026-01-05T09:00");
    var scene =
        mediating()
            .by(MEDIATOR, new SeeIdentity("p1", "proof"))
            .then(new IdentitySeen("p1", "proof"))
            .by(MEDIATOR, new RecordPower("p2", true, "power"))
            .then(new PowerGiven(1, "p2", true, "power"))
            .by(MEDIATOR, new RecordPower("p1", false, "another"))
            .then(new PowerGiven(2, "p1", false, "another"))
            .by(MEDIATOR, new RecordInvestigation(asked, "said"))
            .then(new Investigated(1, asked, "said"));
    Dossier dossier = Dossier.of(scene.state());
    assertThat(dossier.identities()).hasSize(1);
    assertThat(dossier.powers()).hasSize(2);
    assertThat(dossier.inquiries()).hasSize(1);
  }

  @Test
  void nobody_else_does_and_nothing_is_asked_tomorrow() {
    mediating()
        .by(FILER, new SeeIdentity("p1", "proof"))
        .refused("not-the-mediators")
        .by(MEDIATOR, new SeeIdentity("p9", "proof"))
        .refused("unknown-party")
        .by(MEDIATOR, new RecordInvestigation(instant("2026-01-06T09:00"), "said"))
        .refused("in-the-future");
  }

  @Test
  void papers_of_who_left_and_of_what_ended_stay_as_they_are() {
    start()
        .by(
            FILER,
            draft()
                .party(cn.linli.events.mediation.PartyRole.APPLICANT)
                .party(cn.linli.events.mediation.PartyRole.RESPONDENT)
                .party(cn.linli.events.mediation.PartyRole.RESPONDENT)
                .claim("p1", "p2")
                .register())
        .by(MEDIATOR, new DisputeCommand.Accept(null, number(1)))
        .by(MEDIATOR, new DisputeCommand.Answer(recorded("p3"), false))
        .by(MEDIATOR, new SeeIdentity("p3", "proof"))
        .refused("party-left");
    mediating()
        .by(FILER, new DisputeCommand.Withdraw(Voice.OWN))
        .accepted()
        .by(MEDIATOR, new SeeIdentity("p1", "proof"))
        .refused("already-ended");
  }
}
