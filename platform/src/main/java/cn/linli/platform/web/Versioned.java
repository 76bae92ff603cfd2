package cn.linli.platform.web;

/** A reply that shows one resource: its version is its ETag. */
public interface Versioned {
  long version();
}
