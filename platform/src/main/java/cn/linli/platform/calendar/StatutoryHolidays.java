package cn.linli.platform.calendar;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;

/**
 * The 13 days off that follow from the law alone, for years whose notice is not published yet.
 * Source: 全国年节及纪念日放假办法 (2024-11-10), domain rules §3.2. Shifted working days are unknown there, so
 * such years are provisional; for years before 2000 the present law stands in for the older ones.
 */
final class StatutoryHolidays {

  private StatutoryHolidays() {}

  static Set<LocalDate> of(int year) {
    var days = new ArrayList<LocalDate>();
    days.add(LocalDate.of(year, 1, 1));
    LocalDate springFestival = date(Lunar.fromYmd(year, 1, 1).getSolar());
    for (int day = -1; day <= 2; day++) { // New Year's Eve to the third day
      days.add(springFestival.plusDays(day));
    }
    days.add(date(Lunar.fromYmd(year, 1, 1).getJieQiTable().get("清明")));
    days.add(LocalDate.of(year, 5, 1));
    days.add(LocalDate.of(year, 5, 2));
    days.add(date(Lunar.fromYmd(year, 5, 5).getSolar()));
    days.add(date(Lunar.fromYmd(year, 8, 15).getSolar()));
    for (int day = 1; day <= 3; day++) {
      days.add(LocalDate.of(year, 10, day));
    }
    return Set.copyOf(days);
  }

  private static LocalDate date(Solar solar) {
    return LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
  }
}
