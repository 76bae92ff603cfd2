package cn.linli.platform.config;

import cn.linli.platform.config.tables.ConfigTable;
import cn.linli.platform.web.Versioned;

/**
 * A table as it holds for a division.
 *
 * @param from the division whose table it is: its own or an ancestor's code; {@code shipped} if
 *     nobody set one
 * @param version of the division's own table; 0 as long as it has none
 */
record ConfigReply(String name, String division, String from, long version, ConfigTable table)
    implements Versioned {}
