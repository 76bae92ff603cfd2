/**
 * What every action on a dispute shares: who acts, what they may see, how a call becomes a command.
 */
@NullMarked
package cn.linli.mediation.casework;

import org.jspecify.annotations.NullMarked;
