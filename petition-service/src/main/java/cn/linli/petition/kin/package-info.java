/** Requests that belong together: what is like one, what one person filed twice, what is merged. */
@NullMarked
package cn.linli.petition.kin;

import org.jspecify.annotations.NullMarked;
