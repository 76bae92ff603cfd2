/** The roster of mediators: registration, what they can do, interests, complaints, removal. */
@NullMarked
package cn.linli.mediation.roster;

import org.jspecify.annotations.NullMarked;
