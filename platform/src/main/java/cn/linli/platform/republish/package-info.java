/** Publishing a whole journal again, as an operator's command. */
@NullMarked
package cn.linli.platform.republish;

import org.jspecify.annotations.NullMarked;
