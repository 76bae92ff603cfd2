/** Teams, their shifts, and what volunteers can do. */
@NullMarked
package cn.linli.timebank.teams;

import org.jspecify.annotations.NullMarked;
