/** One case, one file: papers bundled so that others can check them without this system. */
@NullMarked
package cn.linli.mediation.archive;

import org.jspecify.annotations.NullMarked;
