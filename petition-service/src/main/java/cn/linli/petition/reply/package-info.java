/** How a request looks from outside. */
@NullMarked
package cn.linli.petition.reply;

import org.jspecify.annotations.NullMarked;
