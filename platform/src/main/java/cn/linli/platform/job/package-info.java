/**
 * Long work that somebody waits for: started by a request, done in the background by one instance,
 * taken up by another where that one ended. State and input lie in the service's database.
 */
@NullMarked
package cn.linli.platform.job;

import org.jspecify.annotations.NullMarked;
