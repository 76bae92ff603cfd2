package cn.linli.petition.formal;

import cn.linli.events.petition.Settlement;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Verdict;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.domain.FormalCase.Opinion;
import cn.linli.petition.domain.Petition;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.division.Division;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.paper.Paper;
import cn.linli.platform.paper.Paper.Block;
import cn.linli.platform.paper.Paper.Block.Field;
import cn.linli.platform.paper.Paper.Block.Heading;
import cn.linli.platform.paper.Paper.Block.Paragraph;
import cn.linli.platform.paper.Paper.Block.Signature;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Mask;
import cn.linli.platform.vault.Vault;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 信访处理意见书: claims, facts and reasons, opinion, legal basis, and what may be done against it. The
 * name is masked as in every reply. Source: 信访工作条例 §32, §35.
 */
final class OpinionPaper {

  private static final String ERASED = "(内容已删除)";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final Vault vault;
  private final Divisions divisions;

  OpinionPaper(Vault vault, Divisions divisions) {
    this.vault = vault;
    this.divisions = divisions;
  }

  Paper of(String id, Petition petition, Opinion opinion) {
    var refs =
        new ArrayList<>(
            List.of(
                opinion.claimsRef(), opinion.factsRef(), opinion.opinionRef(), opinion.basisRef()));
    String contactRef = petition.filed().contactRef();
    if (contactRef != null) {
      refs.add(contactRef);
    }
    Map<String, Content> texts = vault.openAll(refs);
    var blocks = new ArrayList<Block>();
    blocks.add(new Field("信访人", petitioner(petition, texts)));
    blocks.add(new Field("登记日期", day(petition.filed().submittedAt())));
    blocks.add(new Field("办理机关、单位", name(opinion.unit())));
    blocks.add(new Heading("一、投诉请求"));
    blocks.add(new Paragraph(text(texts, opinion.claimsRef())));
    blocks.add(new Heading("二、事实和理由"));
    blocks.add(new Paragraph(text(texts, opinion.factsRef())));
    blocks.add(new Heading("三、处理意见"));
    blocks.add(new Paragraph(text(texts, opinion.opinionRef())));
    blocks.add(new Field("处理结论", verdict(opinion.result())));
    blocks.add(new Field("办理结果", settlement(opinion.settlement())));
    blocks.add(new Heading("四、法律法规依据"));
    blocks.add(new Paragraph(text(texts, opinion.basisRef())));
    blocks.add(new Heading("五、复查权利"));
    blocks.add(
        new Paragraph(
            "如不服本处理意见，可以自收到本意见书之日起30日内，向原办理机关、单位的上一级机关、单位请求复查；" + "逾期不请求复查的，本处理意见为最终意见。"));
    blocks.add(new Signature(name(opinion.unit())));
    blocks.add(new Signature(day(opinion.at())));
    return new Paper("信访处理意见书", id + "-" + opinion.number(), opinion.at(), blocks);
  }

  private static String petitioner(Petition petition, Map<String, Content> texts) {
    String contactRef = petition.filed().contactRef();
    if (contactRef == null) {
      return "未具名";
    }
    String name =
        Optional.ofNullable(texts.get(contactRef))
            .flatMap(content -> content.read(FiledContent.Contact.class))
            .map(FiledContent.Contact::name)
            .orElse(null);
    return name == null ? ERASED : Mask.name(name);
  }

  private static String text(Map<String, Content> texts, String ref) {
    return Optional.ofNullable(texts.get(ref)).flatMap(Content::text).orElse(ERASED);
  }

  private static String verdict(Verdict result) {
    return switch (result) {
      case SUPPORT -> "予以支持";
      case EXPLAIN -> "作出解释说明";
      case NOT_SUPPORTED -> "不予支持";
    };
  }

  private static String settlement(Settlement settlement) {
    return switch (settlement) {
      case RESOLVED -> "诉求合理的解决问题到位";
      case PERSUADED -> "诉求无理的思想教育到位";
      case AIDED -> "生活困难的帮扶救助到位";
      case DEALT_WITH_BY_LAW -> "行为违法的依法处理";
    };
  }

  /** From the city down; an organisation by its code, until a register tells its name. */
  private String name(Unit unit) {
    String place =
        divisions.now().pathOf(unit.division()).stream()
            .filter(code -> code.length() > 2)
            .map(code -> divisions.now().find(code))
            .flatMap(Optional::stream)
            .filter(division -> !division.virtual())
            .map(Division::name)
            .collect(Collectors.joining());
    String known = place.isEmpty() ? unit.division() : place;
    return unit.organisation() == null ? known : known + " " + unit.organisation();
  }

  private static String day(Instant at) {
    return DAY.format(WorkCalendar.dayOf(at));
  }
}
