/** The tree of divisions for who draws it or chooses from it. */
@NullMarked
package cn.linli.gateway.divisions;

import org.jspecify.annotations.NullMarked;
