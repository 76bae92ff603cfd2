/** Fills the official papers from a case, for who may read them. */
@NullMarked
package cn.linli.mediation.documents;

import org.jspecify.annotations.NullMarked;
