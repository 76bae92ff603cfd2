package cn.linli.platform.web;

/**
 * What is wrong with one field of the input.
 *
 * @param field full path, for instance {@code parties[0].phone}; empty: the whole input
 */
public record Violation(String field, String message) {}
