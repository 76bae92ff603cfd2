/**
 * Administrative divisions: typed codes, the tree of places, what a code belongs to. Source: domain
 * rules §2.
 */
@NullMarked
package cn.linli.platform.division;

import org.jspecify.annotations.NullMarked;
