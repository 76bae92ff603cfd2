/** What communities owe each other (通存通兑): agreed limits and net positions. */
@NullMarked
package cn.linli.timebank.clearing;

import org.jspecify.annotations.NullMarked;
