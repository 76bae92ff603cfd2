@NullMarked
package cn.linli.timebank.accounts;

import org.jspecify.annotations.NullMarked;
