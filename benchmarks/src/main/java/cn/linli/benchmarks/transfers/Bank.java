package cn.linli.benchmarks.transfers;

/** A way to move minutes from one account to another. */
interface Bank {

  /**
   * Moves one minute, durably ({@code w:majority, j:true}); returns when that is so.
   *
   * @param from number of the account that gives, from 0
   * @param to number of another account
   * @return false if the bank says that nothing happened and the caller may try again
   */
  boolean transfer(int from, int to) throws InterruptedException;
}
