package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import java.util.List;

/**
 * 人民调解申请书.
 *
 * @param persons applicants first
 * @param claims what is asked for, each with who asks it of whom
 */
public record Application(
    Head head, List<Person> persons, String facts, List<String> claims, List<Signed> signatures)
    implements CasePaper {

  static final int CLAIMS_MAX = 200;

  private static final String STATEMENT = "申请人已经了解人民调解自愿平等、不收取任何费用、不妨碍依法通过其他途径维护权利等规定，自愿申请调解。";

  public Application {
    persons = Person.bounded(persons);
    claims = List.copyOf(claims);
    signatures = List.copyOf(signatures);
    if (claims.size() > CLAIMS_MAX) {
      throw new IllegalArgumentException("more than " + CLAIMS_MAX + " claims");
    }
  }

  @Override
  public Form form() {
    return Form.APPLICATION;
  }

  @Override
  public Paper paper() {
    return Sheet.of(Form.APPLICATION, head)
        .persons(persons)
        .text("纠纷\n简要情况", facts, 6)
        .text("申请事项", Words.numbered(claims), 5)
        .paragraph(STATEMENT)
        .signed(signatures)
        .paper();
  }
}
