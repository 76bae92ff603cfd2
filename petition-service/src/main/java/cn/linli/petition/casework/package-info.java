/**
 * What every action on a request shares: who acts, what they may see, which tables hold, how a call
 * becomes a command, how a state is read.
 */
@NullMarked
package cn.linli.petition.casework;

import org.jspecify.annotations.NullMarked;
