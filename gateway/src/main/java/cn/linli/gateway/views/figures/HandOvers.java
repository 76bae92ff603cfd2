package cn.linli.gateway.views.figures;

import static cn.linli.gateway.views.figures.DisputeRule.each;

import cn.linli.events.mediation.HandOverEvent.HandedOver;
import java.util.List;

/**
 * Where disputes went on: arbitration, litigation and the other ways. Source: domain rules §5.4.
 */
final class HandOvers {

  private static final Count HANDED_OVER = Count.of("handedOver");

  static final List<DisputeRule<?>> RULES = List.of(each(HANDED_OVER, HandedOver.class));

  static final Figure FIGURE =
      Figure.count(
          "disputes.handedOver",
          "移交其他途径",
          "Handed over",
          "期内移交仲裁、诉讼等其他途径的次数；一件纠纷的多项请求一并移交计一次",
          "how often claims were handed over to another pathway in the period, such as arbitration or"
              + " litigation; several claims of one dispute handed over together count once",
          List.of(HANDED_OVER),
          null,
          sums -> sums.in(HANDED_OVER));

  private HandOvers() {}
}
