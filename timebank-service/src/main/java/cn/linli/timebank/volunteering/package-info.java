/** What activities, exchange, teams, units and projects share: streams, lists, who is who. */
@NullMarked
package cn.linli.timebank.volunteering;

import org.jspecify.annotations.NullMarked;
