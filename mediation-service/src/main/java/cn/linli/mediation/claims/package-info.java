/** Claims one by one: judged with a reason, explained where nothing supports them, taken back. */
@NullMarked
package cn.linli.mediation.claims;

import org.jspecify.annotations.NullMarked;
