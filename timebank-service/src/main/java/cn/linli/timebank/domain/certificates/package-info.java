/** What a volunteer's record comes to. Pure. */
@NullMarked
package cn.linli.timebank.domain.certificates;

import org.jspecify.annotations.NullMarked;
