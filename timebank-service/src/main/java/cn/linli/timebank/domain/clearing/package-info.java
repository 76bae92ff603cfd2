/** What communities owe each other because minutes of one are spent in the other. Pure. */
@NullMarked
package cn.linli.timebank.domain.clearing;

import org.jspecify.annotations.NullMarked;
