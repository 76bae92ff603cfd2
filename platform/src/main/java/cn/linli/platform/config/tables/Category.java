package cn.linli.platform.config.tables;

import org.jspecify.annotations.Nullable;

/**
 * A node of the category tree.
 *
 * @param parent code of the node above; null on the first level
 */
public record Category(String code, @Nullable String parent, String zh, String en) {}
