/** Requests of residents (诉求). */
@NullMarked
package cn.linli.petition;

import org.jspecify.annotations.NullMarked;
