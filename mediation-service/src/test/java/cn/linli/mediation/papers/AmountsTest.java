package cn.linli.mediation.papers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 零元整",
    "1, 壹分",
    "50, 伍角整",
    "105, 壹元零伍分",
    "123456, 壹仟贰佰叁拾肆元伍角陆分",
    "1000000, 壹万元整",
    "1001000, 壹万零壹拾元整",
    "10000100, 壹拾万零壹元整",
    "101000000, 壹佰零壹万元整",
    "100000000001, 壹拾亿元零壹分",
    "1000100000000, 壹佰亿零壹佰万元整",
    "10030050, 壹拾万零叁佰元伍角整"
  })
  void in_characters_that_cannot_be_altered(long fen, String characters) {
    assertThat(Amounts.inCharacters(fen)).isEqualTo(characters);
  }

  @Test
  void in_figures_too() {
    assertThat(Amounts.told(123_456)).isEqualTo("人民币1,234.56元（大写：壹仟贰佰叁拾肆元伍角陆分）");
  }
}
