package cn.linli.platform.config;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A table as it was last set.
 *
 * @param config its name; empty as long as nobody has set it
 * @param division the division it holds for
 */
record ConfigState(String config, String division, String sha256, JsonNode table) {

  static final ConfigState NONE =
      new ConfigState("", "", "", JsonNodeFactory.instance.objectNode());
}
