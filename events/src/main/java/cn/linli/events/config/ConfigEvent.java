package cn.linli.events.config;

import cn.linli.events.Event;
import tools.jackson.databind.JsonNode;

/** What can happen to a table of configuration; one stream per table and division. */
public sealed interface ConfigEvent extends Event {

  /**
   * A division's table got new content, as a whole. Cases that run keep what they were given.
   *
   * @param config which table, for instance {@code limits}
   * @param division the division it holds for, with all below it that have none of their own
   * @param sha256 hash of the table's JSON, to compare two versions by
   * @param table the whole table: codes, numbers and published texts (what a limit rests on, names
   *     of categories); it is public and says nothing about persons
   */
  record TableSet(String config, String division, String sha256, JsonNode table)
      implements ConfigEvent {}
}
