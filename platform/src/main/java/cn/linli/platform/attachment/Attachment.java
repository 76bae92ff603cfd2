package cn.linli.platform.attachment;

/**
 * A stored file as the outside sees it.
 *
 * @param bytes length of what is stored, after cleaning
 * @param sha256 of the same, hexadecimal
 * @param metadataStripped false for a PDF, which is kept as it came
 */
public record Attachment(
    String id, String mediaType, long bytes, String sha256, boolean metadataStripped) {}
