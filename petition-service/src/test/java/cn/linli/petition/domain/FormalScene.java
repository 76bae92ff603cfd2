package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;

import cn.linli.events.petition.Kind;
import cn.linli.events.petition.NoticeKind;
import cn.linli.events.petition.NoticeWay;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.ReviewResult;
import cn.linli.events.petition.ReviewStage;
import cn.linli.events.petition.Settlement;
import cn.linli.events.petition.Verdict;
import cn.linli.petition.domain.FormalCommand.DecideReview;
import cn.linli.petition.domain.FormalCommand.Hear;
import cn.linli.petition.domain.FormalCommand.IssueOpinion;
import cn.linli.petition.domain.FormalCommand.RequestReview;
import cn.linli.petition.domain.FormalCommand.ServeNotice;
import cn.linli.petition.domain.FormalCommand.Transfer;
import cn.linli.petition.domain.PetitionCommand.Accept;
import java.util.Objects;

/** What stories of formal petitions have in common. */
final class FormalScene {

  static final Transfer TO_HEATING = new Transfer("heating-company", null);
  static final ServeNotice RECEIPT =
      new ServeNotice(NoticeKind.RECEIPT, NoticeWay.POST, null, null);
  static final ServeNotice UNCLEAR =
      new ServeNotice(NoticeKind.RECEIPT, null, null, "address-unclear");
  static final IssueOpinion OPINION =
      new IssueOpinion(
          Verdict.NOT_SUPPORTED, Settlement.PERSUADED, "claims", "facts", "opinion", "basis");
  static final RequestReview REVIEW = new RequestReview(ReviewStage.REVIEW, "reason");
  static final RequestReview RE_REVIEW = new RequestReview(ReviewStage.RE_REVIEW, "reason");
  static final DecideReview UPHELD = new DecideReview(ReviewResult.UPHELD, "words");
  static final Hear HEARING = new Hear(null);

  private FormalScene() {}

  static Scene appeal() {
    return petition(Kind.APPEAL);
  }

  static Scene petition(Kind kind) {
    return Scene.submitted(draft -> draft.kind(kind, Regime.FORMAL));
  }

  /** Registered at a time. */
  static Scene appealOf(String registered) {
    return Scene.start()
        .at(registered)
        .by(RESIDENT, new Scene.Draft().kind(Kind.APPEAL, Regime.FORMAL).submit())
        .accepted();
  }

  static Scene accepted() {
    return appeal().by(STREET, RECEIPT).accepted().by(STREET, new Accept()).accepted();
  }

  /** The street's opinion of 2026-01-05, not served yet. */
  static Scene answered() {
    return accepted().by(STREET, OPINION).accepted();
  }

  static ServeNotice answerReceived(String local) {
    return new ServeNotice(NoticeKind.ANSWER, NoticeWay.IN_PERSON, Scene.instant(local), null);
  }

  static FormalCase formal(Scene scene) {
    return Objects.requireNonNull(scene.state().proceedings().formal());
  }
}
