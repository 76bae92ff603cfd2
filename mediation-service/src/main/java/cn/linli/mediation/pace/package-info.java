/** How long a mediation may take, and its end without an agreement. */
@NullMarked
package cn.linli.mediation.pace;

import org.jspecify.annotations.NullMarked;
