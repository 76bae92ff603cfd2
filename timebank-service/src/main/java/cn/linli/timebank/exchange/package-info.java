/** Service from resident to resident: needs, offers, matches. */
@NullMarked
package cn.linli.timebank.exchange;

import org.jspecify.annotations.NullMarked;
