/** Looking back on a project: one request per defect, none closes before it was inspected again. */
@NullMarked
package cn.linli.petition.batches;

import org.jspecify.annotations.NullMarked;
