package cn.linli.events.petition;

/**
 * Where a case of another service comes from.
 *
 * @param petition id of the request
 * @param referral id of the referral, as the request's event named it
 */
public record ReferralOrigin(String petition, String referral) {}
