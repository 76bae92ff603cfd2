package cn.linli.platform.web;

/** Answers a command whose caller may not, or no longer, read the resource. */
public record Receipt(String id, long version) {}
