/** Units that check in with a community. */
@NullMarked
package cn.linli.timebank.domain.units;

import org.jspecify.annotations.NullMarked;
