/** One leader per name: a lease in the database and a loop that works while it is held. */
@NullMarked
package cn.linli.platform.lease;

import org.jspecify.annotations.NullMarked;
