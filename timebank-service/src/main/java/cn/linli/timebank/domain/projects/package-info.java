/** Small projects that somebody claims. */
@NullMarked
package cn.linli.timebank.domain.projects;

import org.jspecify.annotations.NullMarked;
