package cn.linli.timebank.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.paper.Printer;
import cn.linli.timebank.Pictures;
import cn.linli.timebank.certificates.Certificate.Notice;
import cn.linli.timebank.domain.certificates.ServiceRecord;
import cn.linli.timebank.domain.certificates.ServiceRecord.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificatePaperTest {

  private static final String SIGNATURE =
      "dGhpcyBpcyBhIHNhbXBsZSBvZiBhIHNpZ25hdHVyZSBhbmQgbm90IGEgcmVhbCBvbmUsIHRoaXMgbG9uZw==";

  @Test
  void a_certificate_tells_person_service_issuer_number_and_date() {
    byte[] pdf = Printer.pdf(CertificatePaper.of(sample(), SIGNATURE));

    Pictures.keep("certificate", pdf);
    assertThat(Pictures.text(pdf))
        .contains("志愿服务记录证明", "张三", sample().number(), sample().account())
        .contains("水电维修", "矛盾调解", "305小时0分", "星级二星", "福建省2013年规定")
        .contains("大海阳社区", "2026年11月22日", "免费出具", SIGNATURE.substring(0, 20))
        .doesNotContain(Pictures.LACKING);
    assertThat(Pictures.pages(pdf)).isEqualTo(1);
    assertThat(pdf).isEqualTo(Printer.pdf(CertificatePaper.of(sample(), SIGNATURE)));
  }

  @Test
  void what_is_signed_is_every_figure_on_it() {
    assertThat(sample().text().lines())
        .containsExactly(
            Certificate.FORMAT,
            sample().number(),
            sample().account(),
            "张三",
            "18300",
            "175",
            "2",
            "烟台市芝罘区毓璜顶街道大海阳社区",
            "2026-11-22");
  }

  @Test
  void one_that_was_posted_says_when_and_that_is_signed_too() {
    var posted = sample(new Notice.Held(day("2026-11-14"), day("2026-11-21")));
    Pictures.keep("certificate-posted", Printer.pdf(CertificatePaper.of(posted, SIGNATURE)));
    assertThat(text(posted)).contains("志愿服务记录证明", "自2026年11月14日至2026年11月21日在本社区公示");
    assertThat(posted.text().lines())
        .startsWith("linli-certificate/2")
        .endsWith("2026-11-14", "2026-11-21");
    assertThat(text(posted)).doesNotContain(Pictures.LACKING);
  }

  @Test
  void a_record_that_was_never_posted_says_that_it_is_no_certificate() {
    var record = sample(new Notice.Never(7));
    Pictures.keep("service-record", Printer.pdf(CertificatePaper.of(record, SIGNATURE)));
    assertThat(text(record))
        .contains("志愿服务记录", "未经公示", "公示7日")
        .doesNotContain("兹证明", Pictures.LACKING);
    assertThat(record.text().lines()).startsWith("linli-record/1").hasSize(9);
  }

  private static String text(Certificate certificate) {
    return Pictures.text(Printer.pdf(CertificatePaper.of(certificate, SIGNATURE)));
  }

  private static Certificate sample() {
    return sample(new Notice.None());
  }

  private static Certificate sample(Notice notice) {
    return new Certificate(
        "370602003006-20261122-7k2mq0c9-184",
        "7k2mq0c9t4v1x8e5w3z6abcdfg",
        "张三",
        "烟台市芝罘区毓璜顶街道大海阳社区",
        LocalDate.parse("2026-11-22"),
        new ServiceRecord(
            List.of(
                new Kind("repair", 120, 10_800, day("2025-03-01"), day("2026-11-20")),
                new Kind("lunch", 45, 5_400, day("2025-04-12"), day("2026-10-09")),
                new Kind("mediation", 10, 2_100, day("2026-02-01"), day("2026-06-30")))),
        notice);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
