package cn.linli.mediation.documents;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.PartyRole;
import cn.linli.events.mediation.Pathway;
import cn.linli.mediation.domain.Claim;
import cn.linli.mediation.domain.NotForMediation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Codes in the words that official papers use. */
public final class Labels {

  private Labels() {}

  public static String of(PartyRole role) {
    return switch (role) {
      case APPLICANT -> "申请人";
      case RESPONDENT -> "被申请人";
      case THIRD_PARTY -> "第三人";
    };
  }

  public static String of(DisputeKind kind) {
    return switch (kind) {
      case NEIGHBOURS -> "邻里纠纷";
      case FAMILY -> "婚姻家庭纠纷";
      case INHERITANCE -> "继承纠纷";
      case HOMESTEAD -> "房屋宅基地纠纷";
      case LAND -> "山林土地纠纷";
      case PROPERTY_MANAGEMENT -> "物业纠纷";
      case TENANCY -> "房屋租赁纠纷";
      case LABOUR -> "劳动争议纠纷";
      case CONSUMER -> "消费纠纷";
      case CONTRACT -> "合同纠纷";
      case LOAN -> "借贷纠纷";
      case INJURY -> "损害赔偿纠纷";
      case TRAFFIC -> "道路交通事故纠纷";
      case MEDICAL -> "医疗纠纷";
      case ENVIRONMENT -> "环境污染纠纷";
      case RELOCATION -> "征地拆迁纠纷";
      case OTHER -> "其他纠纷";
    };
  }

  /** As {@code Registration.SOURCES} has them. */
  public static String of(DisputeSource source) {
    return switch (source) {
      case SELF -> "当事人申请";
      case INITIATIVE -> "主动调解";
      case COURT -> "法院委派委托";
      case POLICE -> "公安机关移送";
      case PETITION -> "诉求转办";
      case GOVERNMENT -> "政府移交";
    };
  }

  public static String of(Claim.Status status) {
    return switch (status) {
      case OPEN -> "未解决";
      case SETTLED -> "达成协议";
      case UNSUPPORTED -> "不予支持";
      case WITHDRAWN -> "已撤回";
      case HANDED_OVER -> "移交其他途径";
    };
  }

  public static String of(Pathway pathway) {
    return switch (pathway) {
      case SETTLEMENT -> "和解";
      case MEDIATION -> "其他调解";
      case ARBITRATION -> "仲裁";
      case NOTARY -> "公证";
      case ADJUDICATION -> "行政裁决";
      case RECONSIDERATION -> "行政复议";
      case LITIGATION -> "诉讼";
      case GOVERNMENT -> "基层人民政府处理";
    };
  }

  /** What a party may do along it; the body of the place comes from the catalogue. */
  public static String advice(Pathway pathway) {
    return switch (pathway) {
      case SETTLEMENT -> "双方自行协商，达成和解";
      case MEDIATION -> "向其他调解组织申请调解";
      case ARBITRATION -> "依法或者按照仲裁协议申请仲裁";
      case NOTARY -> "共同向公证机构申请办理公证";
      case ADJUDICATION -> "向主管行政机关申请裁决";
      case RECONSIDERATION -> "对行政行为不服的，自知道该行为之日起六十日内申请行政复议";
      case LITIGATION -> "向人民法院提起诉讼";
      case GOVERNMENT -> "请求基层人民政府处理";
    };
  }

  /** Why mediation ended; a code that has no words yet is told as it is. */
  public static String ending(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "" -> "";
      case "no-agreement" -> "各方未能达成协议。";
      case "party-refuses", "party-refused", "party-left" -> "有当事人不同意继续调解。";
      case "hides-facts-or-stalls" -> "有当事人隐瞒重要事实或者拖延调解。";
      case "collusion" -> "当事人之间涉嫌恶意串通。";
      case "unreachable" -> "无法与当事人取得联系。";
      case "refuses-to-sign" -> "达成协议后有当事人拒绝签署。";
      case "term-over" -> "调解期限届满，各方没有同意延长。";
      case "handed-over" -> "全部未解决的请求已经移交其他途径。";
      case "party-silent" -> "有当事人没有答复是否同意调解。";
      case "not-taken" -> "没有调解委员会在期限内受理。";
      default -> NotForMediation.ofWire(code).map(Labels::ground).orElseGet(() -> "（" + code + "）");
    };
  }

  /** Whether a mediation with this end never began. */
  static boolean isRefusal(@Nullable String code) {
    return code != null
        && (NotForMediation.ofWire(code).isPresent()
            || Set.of("party-refused", "party-silent", "not-taken").contains(code));
  }

  private static String ground(NotForMediation ground) {
    return switch (ground) {
      case DECIDED_BY_COURT -> "人民法院已经作出裁判。";
      case DECIDED_BY_ARBITRATION -> "仲裁机构已经作出裁决。";
      case PENDING_ELSEWHERE -> "其他机关正在处理。";
      case ADMINISTRATIVE_DISPUTE -> "属于行政争议。";
      case CRIMINAL_MATTER -> "涉嫌犯罪，应由公安机关处理。";
      case RESERVED_BY_LAW -> "法律规定由专门机关处理。";
      case NO_CIVIL_RIGHTS -> "不涉及民事权利义务。";
      case ONE_SIDE_REFUSES -> "一方当事人明确拒绝调解。";
      case OUT_OF_AREA -> "不属于本调解委员会的范围。";
    };
  }
}
