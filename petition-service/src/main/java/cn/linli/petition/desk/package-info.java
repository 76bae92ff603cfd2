/** What waits for me. */
@NullMarked
package cn.linli.petition.desk;

import org.jspecify.annotations.NullMarked;
