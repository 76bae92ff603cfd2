/** The register of bodies that mediate: who registers, changes, re-elects and ends them; export. */
@NullMarked
package cn.linli.mediation.committees;

import org.jspecify.annotations.NullMarked;
