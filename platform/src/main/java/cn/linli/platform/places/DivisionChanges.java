package cn.linli.platform.places;

import cn.linli.platform.division.Division;
import java.util.List;

/**
 * Divisions that came in after some revision.
 *
 * @param revision of the newest of them, or the one asked with
 */
public record DivisionChanges(long revision, List<Division> divisions) {
  public DivisionChanges {
    divisions = List.copyOf(divisions);
  }
}
