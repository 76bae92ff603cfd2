package cn.linli.petition.closing;

import cn.linli.petition.domain.PetitionCommand;
import cn.linli.platform.casework.Words;
import java.util.Map;

/** From bodies to commands, for the routes with a token and those with a tracking code. */
public final class Asks {

  private static final String OTHER = "other";

  /** The usual forms by their usual names; other words are thanks too. */
  private static final Map<String, String> THANKS =
      Map.of(
          "banner", "banner",
          "锦旗", "banner",
          "letter", "letter",
          "感谢信", "letter",
          "表扬信", "letter",
          "call", "call",
          "电话", "call",
          "message", "message",
          "留言", "message");

  private Asks() {}

  public static PetitionCommand.Rate rate(Bodies.Rate body, Words words) {
    return new PetitionCommand.Rate(
        body.contacted(),
        body.resolved(),
        body.satisfied(),
        body.grade(),
        words.sealIfAny(body.note()));
  }

  public static PetitionCommand reopen(Bodies.Reopen body, Words words) {
    return new PetitionCommand.Reopen(words.seal(body.reason()));
  }

  static PetitionCommand visit(Bodies.Visit body, Words words) {
    return new PetitionCommand.Visit(
        body.reached(),
        body.contacted(),
        body.resolved(),
        body.satisfied(),
        body.grade(),
        words.sealIfAny(body.note()));
  }

  static PetitionCommand thank(Bodies.Thanks body, Words words) {
    return new PetitionCommand.Thank(THANKS.getOrDefault(body.form().strip(), OTHER));
  }
}
