/** Time bank (时间银行) and moral bank (道德银行). */
@NullMarked
package cn.linli.timebank;

import org.jspecify.annotations.NullMarked;
