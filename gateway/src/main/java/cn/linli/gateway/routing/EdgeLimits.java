package cn.linli.gateway.routing;

/** How much a request may carry, by its path; the service behind counts what really comes. */
final class EdgeLimits {

  private static final long JSON_BYTES_MAX = 1024 * 1024;

  /** 20 MB and what multipart adds. */
  private static final long ATTACHMENT_BYTES_MAX = 21L * 1024 * 1024;

  private static final long IMPORT_BYTES_MAX = 512L * 1024 * 1024;

  private EdgeLimits() {}

  static long bytesMax(String path) {
    if (path.endsWith("/import")) {
      return IMPORT_BYTES_MAX;
    }
    return path.endsWith("/attachments") ? ATTACHMENT_BYTES_MAX : JSON_BYTES_MAX;
  }
}
