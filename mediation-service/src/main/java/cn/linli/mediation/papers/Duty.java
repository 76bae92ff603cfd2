package cn.linli.mediation.papers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one party owes another under an agreement.
 *
 * @param amountFen null: not money
 * @param place empty: none agreed
 */
public record Duty(
    String obligor,
    String obligee,
    String content,
    @Nullable Long amountFen,
    String manner,
    String place,
    Instant due) {

  /** Who does what, how much, how, where and until when (人民调解法 §29). */
  String sentence() {
    var text = new StringBuilder(obligor).append("于").append(Words.day(due)).append("前，向");
    text.append(obligee).append("履行：").append(content);
    if (amountFen != null) {
      text.append("；金额").append(Amounts.told(amountFen));
    }
    text.append("；履行方式：").append(manner);
    if (!place.isEmpty()) {
      text.append("；履行地点：").append(place);
    }
    return text.append("。").toString();
  }
}
