/**
 * Evidence as files: typed by their content, freed of metadata, stored under a key of their own
 * that the case takes into its vault when it names the file. Source: api.md "attachments".
 */
@NullMarked
package cn.linli.platform.attachment;

import org.jspecify.annotations.NullMarked;
