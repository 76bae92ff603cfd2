/** The formal regime (信访工作条例): transfer, notices, opinion, review, recusal. */
@NullMarked
package cn.linli.petition.formal;

import org.jspecify.annotations.NullMarked;
