package cn.linli.events.timebank;

/**
 * What one account ordered of limited rewards in one quarter; streams {@code
 * q:<account>-<quarter>}.
 */
public sealed interface QuotaEvent extends TimebankEvent {

  /**
   * @param division of the account
   * @param used how many of the reward in this quarter now
   */
  record QuotaUsed(String division, String reward, String order, int quantity, int used)
      implements QuotaEvent {}

  record QuotaReturned(String reward, String order, int quantity, int used) implements QuotaEvent {}
}
