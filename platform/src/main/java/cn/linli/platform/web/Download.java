package cn.linli.platform.web;

/**
 * A whole file as the answer to a read, where a JSON resource would not do.
 *
 * @param mediaType such as {@code application/pdf}
 * @param name of the file, ASCII letters, digits, dots and hyphens
 * @param version of what the file says: the same version has the same bytes
 */
public record Download(byte[] content, String mediaType, String name, long version)
    implements Versioned {}
