@NullMarked
package cn.linli.petition.casework;

import org.jspecify.annotations.NullMarked;
