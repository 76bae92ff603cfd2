package cn.linli.events.petition;

/**
 * So many of a role took part; who they were stays in the vault.
 *
 * @param role a code such as {@code party-deputy}; {@code noted} where it was said in other words
 */
public record HeadCount(String role, int heads) {}
