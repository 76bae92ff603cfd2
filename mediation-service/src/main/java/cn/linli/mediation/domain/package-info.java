/**
 * Rules of mediation (人民调解), pure: time, identifiers, calendar and the tenant's settings come in as
 * facts. A new action is a record in a command interface of its capability, one case of {@link
 * cn.linli.mediation.domain.DisputeRules}, one of {@link cn.linli.mediation.domain.Evolution}.
 */
@NullMarked
package cn.linli.mediation.domain;

import org.jspecify.annotations.NullMarked;
