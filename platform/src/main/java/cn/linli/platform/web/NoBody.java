package cn.linli.platform.web;

/** The body of an action that says all by its name; fields in it are refused like any unknown. */
public record NoBody() {}
