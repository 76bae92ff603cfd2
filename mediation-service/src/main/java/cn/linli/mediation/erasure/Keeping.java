package cn.linli.mediation.erasure;

/** How long what is personal in closed cases is kept. */
public record Keeping(int months) {}
