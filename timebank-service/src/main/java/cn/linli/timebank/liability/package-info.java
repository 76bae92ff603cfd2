/** What a community owes the holders of its passbooks, and what stands behind it. */
@NullMarked
package cn.linli.timebank.liability;

import org.jspecify.annotations.NullMarked;
