/** Sessions, talks with one side, offers, helpers, facts that nobody disputes. */
@NullMarked
package cn.linli.mediation.hearings;

import org.jspecify.annotations.NullMarked;
