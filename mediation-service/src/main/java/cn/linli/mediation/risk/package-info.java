/** Danger, the grade of risk, reports to the police, and what is raised to the district. */
@NullMarked
package cn.linli.mediation.risk;

import org.jspecify.annotations.NullMarked;
