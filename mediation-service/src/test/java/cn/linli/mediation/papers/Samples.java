package cn.linli.mediation.papers;

import java.time.Instant;
import java.util.List;

/** One case on paper, with a long record and names of every length. */
public final class Samples {

  public static final String NUMBER = "（2026）毓人调字第17号";

  private static final Instant AGREED = Instant.parse("2026-01-19T08:00:00Z");
  private static final Instant ACCEPTED = Instant.parse("2026-01-05T02:00:00Z");
  private static final Head HEAD = new Head("烟台市芝罘区毓璜顶街道大海阳社区人民调解委员会", NUMBER, AGREED);
  private static final Person LANDLORD =
      new Person("申请人", "欧阳明华", "", "138****8000", "烟台市芝罘区毓璜顶街道大海阳社区3号楼");
  private static final Person OWNER = new Person("申请人", "张伟", "李晓红（妻）", "", "");
  private static final Person COMPANY =
      new Person("被申请人", "烟台某某置业有限公司", "王经理（授权代理人）", "0535-*****12", "芝罘区南大街");
  private static final List<Person> PERSONS = List.of(LANDLORD, OWNER, COMPANY);
  private static final String FACTS =
      "被申请人改造申请人居住的危楼，双方2019年约定过渡期租房补偿每月1,500元。改造延期十四个月，被申请人自2025年6月起未再支付补偿。";
  private static final String COURSE =
      """
      调解员核对双方身份，宣读权利和义务，征求双方对不公开调解的意见，双方同意。
      欧阳明华陈述：改造本应2025年5月完工，至今没有交房，租房的钱都是自己垫的，有租赁合同和转账记录为证。
      张伟陈述：情况相同，另外搬家两次，要求补偿搬家费用。
      公司代理人陈述：延期是因为管线迁改，公司资金紧张，愿意补偿租金，但不同意按新的租金标准计算，也不同意支付搬家费用。
      调解员出示双方2019年的约定，逐项核对月份和金额：自2025年6月至2026年1月共八个月。双方对月份没有异议。
      """;
  private static final Duty PAY =
      new Duty(
          "烟台某某置业有限公司",
          "欧阳明华",
          "补付2025年6月至2026年1月的租房补偿",
          1_200_000L,
          "银行转账",
          "",
          Instant.parse("2026-02-10T15:59:59Z"));
  private static final Duty HELP =
      new Duty(
          "烟台某某置业有限公司",
          "张伟",
          "联系搬家公司，承担一次搬家费用，搬家时间由张伟提前三日告知",
          null,
          "代为办理",
          "大海阳社区3号楼",
          Instant.parse("2026-06-30T15:59:59Z"));

  private Samples() {}

  private static Signed by(String label, String name, String how) {
    return new Signed(label + "（签名、盖章或按指印）", name, AGREED, how);
  }

  private static List<Signed> all() {
    return List.of(
        by("申请人", "欧阳明华", "签名"),
        by("申请人", "张伟", "盖章"),
        by("被申请人", "烟台某某置业有限公司", "签名"),
        by("人民调解员", "刘桂芳", "签名"),
        by("人民调解员", "赵志刚", "签名"),
        new Signed("记录人", "孙丽", AGREED, ""));
  }

  public static List<CasePaper> all(int courses) {
    return List.of(
        new Cover(
            HEAD,
            "欧阳明华、张伟与烟台某某置业有限公司租房补偿纠纷",
            "刘桂芳、赵志刚、孙丽",
            ACCEPTED,
            AGREED,
            "刘桂芳",
            AGREED,
            "长期（60年）",
            ""),
        new Application(
            HEAD.at(ACCEPTED),
            PERSONS,
            FACTS,
            List.of("欧阳明华请求烟台某某置业有限公司补付租房补偿12,000元", "张伟请求烟台某某置业有限公司补付租房补偿12,000元并支付搬家费用"),
            List.of(Signed.open("申请人（签名、盖章或按指印）"))),
        new Registration(
            HEAD.at(ACCEPTED),
            ACCEPTED,
            PERSONS,
            "拆迁安置",
            "公安机关移送",
            FACTS,
            "刘桂芳",
            "",
            List.of(Signed.open("当事人（签名、盖章或按指印）"))),
        new NoticeOfRights(
            HEAD.at(ACCEPTED),
            PERSONS,
            List.of(Signed.open("被告知人（签名、盖章或按指印）"), new Signed("告知人", "刘桂芳", ACCEPTED, ""))),
        new Identities(
            HEAD.at(ACCEPTED),
            List.of(
                new Identities.Seen(LANDLORD, "居民身份证", "370***********123X", "刘桂芳", ACCEPTED),
                new Identities.Seen(COMPANY, "营业执照", "913***********77K", "刘桂芳", ACCEPTED))),
        new PowerOfAttorney(
            HEAD.at(ACCEPTED),
            1,
            COMPANY,
            "王某某",
            "本单位员工",
            "代为参加本纠纷的人民调解",
            true,
            "",
            List.of(by("委托人", "烟台某某置业有限公司", "盖章"), Signed.open("受托人（签名、盖章或按指印）"))),
        new Investigation(
            HEAD.at(ACCEPTED),
            1,
            ACCEPTED,
            "大海阳社区3号楼",
            "社区网格员一名",
            "三号楼楼栋长",
            "赵志刚",
            "孙丽",
            "问：三号楼什么时候开始改造？\n答：2019年秋天签的协议，2020年春天搬出去的。",
            List.of(Signed.open("被调查人（签名、盖章或按指印）"), Signed.open("调查人"))),
        new EvidenceList(
            HEAD.at(ACCEPTED),
            List.of(
                new EvidenceList.Item(
                    "证据1",
                    "图片（JPEG）",
                    312,
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                new EvidenceList.Item(
                    "证据2",
                    "PDF 文档",
                    1_204,
                    "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"))),
        new MediationRecord(
            HEAD,
            1,
            AGREED,
            "大海阳社区调解室",
            false,
            PERSONS,
            List.of(),
            "刘桂芳、赵志刚、孙丽",
            "孙丽",
            "",
            COURSE.repeat(courses),
            "双方达成协议，见协议书。",
            all()),
        new Agreement(
            HEAD,
            1,
            PERSONS,
            FACTS,
            "补偿的标准和月份；搬家费用由谁承担。",
            List.of("烟台某某置业有限公司对延期支付承担责任。", "欧阳明华、张伟没有责任。"),
            List.of(PAY, HELP),
            true,
            "张伟关于第二次搬家费用的请求。",
            all(),
            AGREED),
        new OralAgreement(
            HEAD,
            2,
            PERSONS,
            FACTS,
            "搬家时间。",
            List.of("双方各自承担。"),
            List.of(HELP),
            "刘桂芳",
            List.of(by("人民调解员", "刘桂芳", "签名"))),
        new PerformanceReceipt(
            HEAD,
            1,
            NUMBER + "－1",
            PAY,
            Instant.parse("2026-02-09T03:00:00Z"),
            false,
            "接收人在系统确认",
            List.of(Signed.open("接收人（签名、盖章或按指印）"))),
        new ReturnVisit(
            HEAD,
            1,
            "欧阳明华",
            NUMBER + "－1",
            "协议约定的履行期限届满",
            "第一项已经履行，第二项期限未到。",
            "满意",
            "",
            "",
            "",
            "刘桂芳",
            AGREED,
            List.of(Signed.open("被回访人（签名、盖章或按指印）"))),
        new Confirmation(
            HEAD,
            1,
            NUMBER + "－1",
            AGREED,
            Instant.parse("2026-02-24T15:59:59Z"),
            "烟台市芝罘区人民法院",
            PERSONS,
            AGREED,
            "（2026）鲁0602诉前调确1号",
            true,
            AGREED),
        new ClosingReport(
            HEAD,
            ACCEPTED,
            AGREED,
            PERSONS,
            "拆迁安置",
            "公安机关移送",
            "刘桂芳、赵志刚、孙丽",
            FACTS,
            "达成书面协议，解决部分请求。",
            List.of(
                new ClosingReport.ClaimResult("1", "欧阳明华请求补付租房补偿12,000元", "达成协议"),
                new ClosingReport.ClaimResult("2", "张伟请求支付第二次搬家费用", "移交诉讼")),
            "一项已履行，一项履行中。",
            List.of(new Signed("人民调解员", "刘桂芳", AGREED, ""))),
        new UndisputedRecord(HEAD, PERSONS, "补偿自2025年6月起没有支付，共八个月；每月1,500元。", all().subList(0, 3)),
        new NoticeOfRemedies(
            HEAD,
            PERSONS,
            "一方当事人不同意继续调解。",
            List.of("向人民法院提起诉讼：烟台市芝罘区人民法院。", "双方有仲裁协议的，向烟台仲裁委员会申请仲裁。"),
            List.of(Signed.open("被告知人（签名、盖章或按指印）"))),
        new HandOverLetter(
            HEAD,
            1,
            "诉讼",
            "烟台市芝罘区人民法院",
            PERSONS,
            "拆迁安置",
            List.of("张伟请求支付第二次搬家费用"),
            List.of("人民调解申请书", "人民调解记录（第1次）")));
  }
}
