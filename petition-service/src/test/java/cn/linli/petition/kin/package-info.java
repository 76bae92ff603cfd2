@NullMarked
package cn.linli.petition.kin;

import org.jspecify.annotations.NullMarked;
