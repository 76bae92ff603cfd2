package cn.linli.platform.web;

/** Answers a repeated command whose caller may no longer read the resource. */
public record Receipt(String id, long version) {}
