package cn.linli.mediation.reply;

import cn.linli.events.mediation.CaseNumber;
import cn.linli.mediation.casework.Benches;
import org.jspecify.annotations.Nullable;

/** How a case number is written: {@code （2026）X人调字第1号}. Source: 人民调解文书格式 (domain rules §5.3). */
public final class CaseNumberText {

  private CaseNumberText() {}

  public static @Nullable String of(@Nullable CaseNumber number, Benches benches) {
    return number == null
        ? null
        : "（%d）%s人调字第%d号"
            .formatted(number.year(), benches.name(number.committee()), number.number());
  }
}
