/** The moral bank (道德银行): from a good deed, or a breach of the covenant, to points. Pure. */
@NullMarked
package cn.linli.timebank.domain.deeds;

import org.jspecify.annotations.NullMarked;
