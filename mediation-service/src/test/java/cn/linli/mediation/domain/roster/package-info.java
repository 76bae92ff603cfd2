@org.jspecify.annotations.NullMarked
package cn.linli.mediation.domain.roster;
