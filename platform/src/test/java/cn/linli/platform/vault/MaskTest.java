package cn.linli.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          张三,       张*
          张小三,     张**
          欧阳娜娜,   欧阳**
          欧阳娜,     欧阳*
          阿依古丽,   阿**
          王,         王*
          """)
  void names(String name, String shown) {
    assertThat(Mask.name(name)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          13800138000,        138****8000
          +86 138 0013 8000,  138****8000
          0535-1234512,       0535-*****12
          05351234512,        0535-*****12
          01012345678,        010-******78
          12345,              ***45
          """)
  void phones(String phone, String shown) {
    assertThat(Mask.phone(phone)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          大海阳社区 3号楼2单元501室, 大海阳社区 3号楼***
          幸福小区,                   幸福小区
          建设路88号,                 建设路***
          501室,                      ***
          """)
  void addresses_end_at_the_building(String address, String shown) {
    assertThat(Mask.address(address)).isEqualTo(shown);
  }

  @Test
  void numbers_of_other_kinds() {
    assertThat(Mask.idNumber("37060219700101123X")).isEqualTo("370***********123X");
    assertThat(Mask.idNumber("1234")).isEqualTo("****");
    assertThat(Mask.account("6222020200012345678")).isEqualTo("****5678");
    assertThat(Mask.email("zhang@example.cn")).isEqualTo("z***@example.cn");
    assertThat(Mask.email("zhang")).isEqualTo("***");
  }
}
