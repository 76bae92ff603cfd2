/** To mediators and volunteers, and back. */
@NullMarked
package cn.linli.petition.referral;

import org.jspecify.annotations.NullMarked;
