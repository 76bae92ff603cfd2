/** Certificates of voluntary service: free, true, and checkable by anybody. */
@NullMarked
package cn.linli.timebank.certificates;

import org.jspecify.annotations.NullMarked;
