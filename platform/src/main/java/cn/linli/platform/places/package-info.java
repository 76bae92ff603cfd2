/** Divisions that were imported: kept by one service, followed by all the others. */
@NullMarked
package cn.linli.platform.places;

import org.jspecify.annotations.NullMarked;
