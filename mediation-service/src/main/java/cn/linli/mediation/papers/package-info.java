/** The official papers of a mediation, as PDF. Source: domain rules §5.3. */
@NullMarked
package cn.linli.mediation.papers;

import org.jspecify.annotations.NullMarked;
