package cn.linli.timebank.domain.deeds;

import cn.linli.platform.access.Role;

/**
 * Who asks, as the token says it.
 *
 * @param mark keyed hash of the person
 * @param division they work or live in
 */
public record Speaker(String mark, Role role, String division) {

  boolean belongsTo(String community) {
    return division.startsWith(community) || community.startsWith(division);
  }
}
