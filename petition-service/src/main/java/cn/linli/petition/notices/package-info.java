/** Messages to petitioners: sent after the commit, once, by whatever carries them. */
@NullMarked
package cn.linli.petition.notices;

import org.jspecify.annotations.NullMarked;
