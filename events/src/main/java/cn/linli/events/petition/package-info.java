/** What happens to a resident's request (诉求). */
@NullMarked
package cn.linli.events.petition;

import org.jspecify.annotations.NullMarked;
