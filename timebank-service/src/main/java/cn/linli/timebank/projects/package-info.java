/** Small projects that somebody claims: published, claimed, reported on, closed. */
@NullMarked
package cn.linli.timebank.projects;

import org.jspecify.annotations.NullMarked;
