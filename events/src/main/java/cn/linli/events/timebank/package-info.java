/** What volunteers give and what they get for it. */
@NullMarked
package cn.linli.events.timebank;

import org.jspecify.annotations.NullMarked;
