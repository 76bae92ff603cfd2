package cn.linli.events.mediation;

/**
 * What is declared of a committee as a whole (人民调解法 §8). Never of one member: nobody's sex or
 * ethnicity is stored.
 *
 * @param woman there is a woman among the members
 * @param multiEthnicArea the area is one where several ethnic groups live
 * @param smallerGroup there is a member of the groups that are fewer there
 */
public record CommitteeDeclared(boolean woman, boolean multiEthnicArea, boolean smallerGroup) {}
