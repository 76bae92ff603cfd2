/** Activities: from sign-up to the confirmation that posts minutes. */
@NullMarked
package cn.linli.timebank.domain.activities;

import org.jspecify.annotations.NullMarked;
