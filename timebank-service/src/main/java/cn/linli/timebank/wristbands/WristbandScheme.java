package cn.linli.timebank.wristbands;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.domain.wristbands.WristbandTerms;
import java.time.Duration;

/** What a community's scheme says about wristbands. */
final class WristbandScheme {

  private WristbandScheme() {}

  static WristbandTerms of(Schemes schemes, String division) {
    SchemeTable scheme = schemes.of(division);
    return new WristbandTerms(
        cell(scheme.openSessionMinutes()), Duration.ofHours(cell(scheme.readingGraceHours())));
  }
}
