/**
 * Keeping a copy of what another place decides: asked for again and again, the last known stays.
 */
@NullMarked
package cn.linli.platform.follow;

import org.jspecify.annotations.NullMarked;
