/** What waits for somebody, from every capability of the time bank. */
@NullMarked
package cn.linli.timebank.desk;

import org.jspecify.annotations.NullMarked;
