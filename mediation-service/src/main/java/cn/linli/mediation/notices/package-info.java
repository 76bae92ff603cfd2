/** Messages to parties: sent after the commit, once, by whatever carries them. */
@NullMarked
package cn.linli.mediation.notices;

import org.jspecify.annotations.NullMarked;
