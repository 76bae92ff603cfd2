/** Passbooks over HTTP: opened, read, related, granted. */
@NullMarked
package cn.linli.timebank.accounts;

import org.jspecify.annotations.NullMarked;
