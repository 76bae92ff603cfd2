package cn.linli.platform.relay;

/** The two moments between which a paused or killed owner does the most harm. */
interface RelaySteps {

  RelaySteps UNDISTURBED = new RelaySteps() {};

  /** The window was read, nothing was sent. */
  default void beforeSend(Window window) {}

  /** All was sent, nothing is visible. */
  default void beforeCommit(Window window) {}
}
