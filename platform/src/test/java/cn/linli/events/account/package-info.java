/** Events that only tests know. */
@NullMarked
package cn.linli.events.account;

import org.jspecify.annotations.NullMarked;
