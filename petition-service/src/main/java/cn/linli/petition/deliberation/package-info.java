/** The five steps of a deliberation: 提事 议事 商事 办事 评事. */
@NullMarked
package cn.linli.petition.deliberation;

import org.jspecify.annotations.NullMarked;
