package cn.linli.mediation.domain;

import static cn.linli.events.mediation.Pathway.ADJUDICATION;
import static cn.linli.events.mediation.Pathway.ARBITRATION;
import static cn.linli.events.mediation.Pathway.GOVERNMENT;
import static cn.linli.events.mediation.Pathway.LITIGATION;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.Pathway;
import java.util.List;

/**
 * What else parties may do when mediation ends without an agreement: always told (人民调解法 §26).
 * Litigation is open in every case (§3, §26); the grassroots government may be asked too
 * (人民调解委员会组织条例 §9). Where another body comes first or may be chosen it is named first.
 */
public final class Remedies {

  private Remedies() {}

  public static List<Pathway> of(DisputeKind kind) {
    return switch (kind) {
      // 劳动争议调解仲裁法 §5: no suit before arbitration
      case LABOUR -> List.of(ARBITRATION, LITIGATION);
      // 农村土地承包经营纠纷调解仲裁法 §4; title is for the government first: 土地管理法 §14
      case LAND -> List.of(ARBITRATION, ADJUDICATION, LITIGATION, GOVERNMENT);
      case HOMESTEAD, ENVIRONMENT -> List.of(ADJUDICATION, LITIGATION, GOVERNMENT);
      // 仲裁法 (2025) §3: not arbitrable
      case FAMILY, INHERITANCE -> List.of(LITIGATION, GOVERNMENT);
      // by a clause or a later agreement to arbitrate: 仲裁法 §2
      case CONTRACT, LOAN, TENANCY, CONSUMER, PROPERTY_MANAGEMENT ->
          List.of(ARBITRATION, LITIGATION, GOVERNMENT);
      case NEIGHBOURS, INJURY, TRAFFIC, MEDICAL, RELOCATION, OTHER ->
          List.of(LITIGATION, GOVERNMENT);
    };
  }
}
