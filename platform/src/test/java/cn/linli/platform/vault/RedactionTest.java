package cn.linli.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3号楼停暖一周                       | 3号楼停暖一周
          请致电13800138000联系               | 请致电***联系
          电话138 0013 8000,急                | 电话***,急
          身份证37060219700101123X被冒用      | 身份证***被冒用
          电话一三八零零一三八零零零          | 电话***
          3-2-501漏水                         | ***漏水
          张三丰先生家漏水                    | ***先生家漏水
          欧阳娜娜老师补课                    | ***老师补课
          业主李四反映噪音                    | 业主***映噪音
          联系人:王小明                      | 联系人:***
          邮箱zhang.san@example.cn            | 邮箱***
          微信wx_zhang88                      | 微信***
          鲁F12345堵住消防通道                | ***堵住消防通道
          """)
  void what_points_at_a_person_is_struck_out(String title, String caption) {
    assertThat(Redaction.caption(title)).isEqualTo(caption);
  }

  @ParameterizedTest
  @ValueSource(strings = {"路灯不亮", "小区2个单元9户停暖", "建议增设红绿灯", "噪音扰民"})
  void what_does_not_stays(String title) {
    assertThat(Redaction.caption(title)).isEqualTo(title);
  }

  @Test
  void a_caption_is_one_short_line() {
    var caption = Redaction.caption("路灯\n不亮".repeat(40));
    assertThat(caption).hasSize(Redaction.MAX_CAPTION_CHARS).endsWith("…").doesNotContain("\n");
  }
}
