/** The rules of the house, checked over all modules. */
@NullMarked
package cn.linli.house;

import org.jspecify.annotations.NullMarked;
