/** Needs, offers and matches of residents. */
@NullMarked
package cn.linli.timebank.domain.exchange;

import org.jspecify.annotations.NullMarked;
