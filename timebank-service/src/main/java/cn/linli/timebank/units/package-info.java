/** Units that check in with a community (双报到): head-counts, tasks, resources. */
@NullMarked
package cn.linli.timebank.units;

import org.jspecify.annotations.NullMarked;
