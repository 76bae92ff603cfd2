package cn.linli.events.mediation;

/**
 * A member of a committee.
 *
 * @param no from {@code m1}
 * @param nameRef name, in the vault
 */
public record CommitteeMember(String no, String nameRef, boolean chair) {}
