/** What happens to disputes. */
@NullMarked
package cn.linli.events.mediation;

import org.jspecify.annotations.NullMarked;
