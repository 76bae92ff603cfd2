/** Tokens for whoever asks, on this machine only: the demo city has no identity provider. */
@NullMarked
package cn.linli.standalone.demo;

import org.jspecify.annotations.NullMarked;
