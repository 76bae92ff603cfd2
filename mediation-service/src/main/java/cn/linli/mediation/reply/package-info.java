/** The reply that commands and GET share. */
@NullMarked
package cn.linli.mediation.reply;

import org.jspecify.annotations.NullMarked;
