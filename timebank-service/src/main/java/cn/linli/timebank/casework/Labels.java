package cn.linli.timebank.casework;

import cn.linli.events.timebank.Reason;
import cn.linli.timebank.domain.ServiceCode;

/** How papers name what events hold as codes. */
public final class Labels {

  private static final int MINUTES_OF_HOUR = 60;

  private Labels() {}

  /** Another one than the catalogue's stands under its own code. */
  public static String service(String code) {
    return ServiceCode.of(code).map(Labels::service).orElse(code);
  }

  private static String service(ServiceCode code) {
    return switch (code) {
      case HOME_VISIT -> "上门探望";
      case COUNSELLING -> "心理疏导";
      case BIRTHDAY -> "集体生日";
      case HELP -> "便民帮扶";
      case CLEANING -> "居室清洁";
      case CORRIDOR_CLEANING -> "楼道保洁";
      case HYGIENE_CLEANUP -> "环境整治";
      case SNOW_CLEARING -> "扫雪除冰";
      case LUNCH -> "老人助餐";
      case REPAIR -> "水电维修";
      case GREENERY -> "绿化养护";
      case DOGS -> "文明养犬";
      case ESTATE_STEWARD -> "小区管家";
      case OUTING -> "陪同外出";
      case SCHOOL_PICK_UP -> "接送学童";
      case CULTURE -> "文化活动";
      case SPORT -> "体育活动";
      case TUTORING -> "学习辅导";
      case FREE_CLINIC -> "义诊";
      case EPIDEMIC_OUTREACH -> "防疫宣传";
      case LEGAL_EDUCATION -> "普法宣传";
      case LEGAL_ADVICE -> "法律咨询";
      case MEDIATION -> "矛盾调解";
      case LECTURE -> "讲座";
      case FRAUD_PREVENTION -> "反诈宣传";
      case PATROL -> "治安巡逻";
      case RESCUE -> "应急救援";
      case HIGH_WORK -> "高处作业";
      case OTHER -> "其他服务";
    };
  }

  public static String reason(Reason reason) {
    return switch (reason) {
      case SERVICE -> "服务";
      case EXCHANGE -> "互助";
      case SESSION -> "调解";
      case WELCOME -> "开户";
      case GRANT -> "发放";
      case TRANSFER -> "转赠";
      case DONATION -> "捐赠";
      case REDEEMED -> "兑换";
      case DEED -> "好人好事";
      case DEDUCTION -> "扣减";
      case REVERSAL -> "冲正";
      case EXPIRY -> "到期";
      case OVERFLOW -> "超额结转（公共池）";
      case SUCCESSION -> "继承";
      case JOINED -> "存折合并";
    };
  }

  /** {@code 3 小时 20 分}. */
  public static String hours(long minutes) {
    return minutes / MINUTES_OF_HOUR + " 小时 " + minutes % MINUTES_OF_HOUR + " 分";
  }
}
