/** The moral bank (道德银行): deeds, the council's votes, the notice board, deductions. */
@NullMarked
package cn.linli.timebank.deeds;

import org.jspecify.annotations.NullMarked;
