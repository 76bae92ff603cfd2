/** Mediation of disputes (人民调解). */
@NullMarked
package cn.linli.mediation;

import org.jspecify.annotations.NullMarked;
