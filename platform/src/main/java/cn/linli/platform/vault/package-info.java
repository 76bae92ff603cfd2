/**
 * Where personal data and free text live, sealed under one key per person and case; and the keyed
 * hashes, marks and sketches that stand for them everywhere else. Source: design §9.
 */
@NullMarked
package cn.linli.platform.vault;

import org.jspecify.annotations.NullMarked;
