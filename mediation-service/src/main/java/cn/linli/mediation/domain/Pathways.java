package cn.linli.mediation.domain;

import static cn.linli.events.mediation.DisputeKind.*;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.Pathway;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which kinds of disputes may go along which pathway. Source: domain rules §5.4 with the acts named
 * at each row; where no act decides, a project decision that keeps the pathway open.
 */
public final class Pathways {

  /** What one pathway asks beside the kind. */
  enum Condition {
    ARBITRATION_AGREED,
    AGREEMENT_EFFECTIVE,
    ACT_KNOWN_WITHIN_60_DAYS,
    ARBITRATION_BEFORE
  }

  /**
   * @param kinds that may go there
   * @param otherwise code of the refusal for other kinds
   */
  private record Row(Set<DisputeKind> kinds, String otherwise) {}

  private static final Set<DisputeKind> ALL = EnumSet.allOf(DisputeKind.class);

  private static final Map<Pathway, Row> TABLE =
      Map.of(
          Pathway.SETTLEMENT,
          new Row(ALL, ""),
          Pathway.MEDIATION,
          new Row(ALL, ""),
          // 仲裁法 (2025) §3: not marriage, adoption, guardianship, support, inheritance; homestead
          // rights come from the village and can't be disposed of between two persons
          Pathway.ARBITRATION,
          new Row(allBut(FAMILY, INHERITANCE, HOMESTEAD), "not-arbitrable"),
          Pathway.NOTARY,
          new Row(ALL, ""),
          // 行政裁决: title to natural resources, harm to the environment; procurement and
          // intellectual property have no kind of their own here
          Pathway.ADJUDICATION,
          new Row(EnumSet.of(LAND, HOMESTEAD, ENVIRONMENT, OTHER), "not-for-adjudication"),
          // 行政复议法 §2, §12(4): an act of an authority, never a dispute between equals
          Pathway.RECONSIDERATION,
          new Row(EnumSet.of(LAND, HOMESTEAD, ENVIRONMENT, RELOCATION, OTHER), "not-reviewable"),
          // 人民调解法 §3, §26: open in every case
          Pathway.LITIGATION,
          new Row(ALL, ""),
          // 人民调解委员会组织条例 §9; labour disputes have an order of their own
          Pathway.GOVERNMENT,
          new Row(allBut(LABOUR), "not-for-government"));

  private Pathways() {}

  /** The refusal's code; empty: the kind may go there. */
  public static Optional<String> objection(Pathway pathway, DisputeKind kind) {
    Row row = TABLE.get(pathway);
    return row.kinds().contains(kind) ? Optional.empty() : Optional.of(row.otherwise());
  }

  /** Every pathway that a kind may go along. */
  public static List<Pathway> of(DisputeKind kind) {
    return Arrays.stream(Pathway.values()).filter(it -> objection(it, kind).isEmpty()).toList();
  }

  public static Set<Condition> conditions(Pathway pathway, DisputeKind kind) {
    return switch (pathway) {
      // labour and rural land have bodies that need no agreement to arbitrate: 劳动争议调解仲裁法 §5,
      // 农村土地承包经营纠纷调解仲裁法 §4
      case ARBITRATION ->
          kind == LABOUR || kind == LAND ? Set.of() : Set.of(Condition.ARBITRATION_AGREED);
      // 公证法 §37: a deed that can be enforced needs an undertaking
      case NOTARY -> Set.of(Condition.AGREEMENT_EFFECTIVE);
      // 行政复议法 §20
      case RECONSIDERATION -> Set.of(Condition.ACT_KNOWN_WITHIN_60_DAYS);
      // 劳动争议调解仲裁法 §5
      case LITIGATION -> kind == LABOUR ? Set.of(Condition.ARBITRATION_BEFORE) : Set.of();
      case SETTLEMENT, MEDIATION, ADJUDICATION, GOVERNMENT -> Set.of();
    };
  }

  private static Set<DisputeKind> allBut(DisputeKind first, DisputeKind... others) {
    return EnumSet.complementOf(EnumSet.of(first, others));
  }
}
