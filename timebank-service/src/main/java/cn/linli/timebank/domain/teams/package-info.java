/** Teams and what their members can do. */
@NullMarked
package cn.linli.timebank.domain.teams;

import org.jspecify.annotations.NullMarked;
