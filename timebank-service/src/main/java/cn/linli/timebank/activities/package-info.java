/** Activities: published, signed up for, attended, confirmed. */
@NullMarked
package cn.linli.timebank.activities;

import org.jspecify.annotations.NullMarked;
