/** The petitioner without a login: by tracking code, rate-limited. */
@NullMarked
package cn.linli.petition.tracking;

import org.jspecify.annotations.NullMarked;
