/** Visit, rate, thank, close, reopen, withdraw. */
@NullMarked
package cn.linli.petition.closing;

import org.jspecify.annotations.NullMarked;
