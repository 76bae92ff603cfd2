/** Accept or reject, contact, work, resolve. */
@NullMarked
package cn.linli.petition.handling;

import org.jspecify.annotations.NullMarked;
