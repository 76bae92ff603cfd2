package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.util.List;

/**
 * 授权委托书.
 *
 * @param agent who acts for the principal
 * @param special whether the agent may admit, waive, settle and sign in the principal's place
 * @param scope in the principal's words; empty: as the two kinds say
 */
public record PowerOfAttorney(
    Head head,
    int number,
    Person principal,
    String agent,
    String relation,
    String matter,
    boolean special,
    String scope,
    List<Signed> signatures)
    implements CasePaper {

  public PowerOfAttorney {
    signatures = List.copyOf(signatures);
  }

  @Override
  public Form form() {
    return Form.POWER_OF_ATTORNEY;
  }

  @Override
  public Paper paper() {
    return Sheet.of(Form.POWER_OF_ATTORNEY, head)
        .row("委 托 人", principal.name(), "当事人身份", principal.role())
        .row("受 托 人", agent, "与委托人\n关　　系", relation)
        .row("委托事项", matter)
        .row(
            "委托权限",
            Words.choice(List.of("一般代理", "特别授权"), special ? "特别授权" : "一般代理")
                + (special ? "\n代为承认、放弃、变更请求，进行和解，签署调解协议" : "\n代为陈述事实、提出意见、接收文书"))
        .text("其他约定", scope, 4)
        .paragraph("委托期限自签署之日起，至本纠纷调解结束之日止。委托人可以随时书面变更或者解除委托。")
        .signed(signatures)
        .paper();
  }
}
