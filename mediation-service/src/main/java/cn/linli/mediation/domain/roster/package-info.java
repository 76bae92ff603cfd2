/**
 * Who mediates: bodies with the gates of their register, mediators, who may not sit in a case, who
 * fits best and how a panel is seated. Pure.
 */
@NullMarked
package cn.linli.mediation.domain.roster;

import org.jspecify.annotations.NullMarked;
