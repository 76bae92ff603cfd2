/** 社区呼叫 · 街道吹哨 · 部门报到, and the whistle of a building. */
@NullMarked
package cn.linli.petition.whistle;

import org.jspecify.annotations.NullMarked;
