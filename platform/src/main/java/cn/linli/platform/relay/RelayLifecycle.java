package cn.linli.platform.relay;

import org.springframework.context.SmartLifecycle;

/**
 * Starts the relay when every bean of the context is made, collections among them, and before
 * requests come in; stops it after the web server, so that what was answered is still published.
 */
final class RelayLifecycle implements SmartLifecycle {

  private static final int BEFORE_THE_WEB_SERVER = 0;

  private final Relay relay;
  private final RelayGate gate;
  private volatile boolean running;

  RelayLifecycle(Relay relay, RelayGate gate) {
    this.relay = relay;
    this.gate = gate;
  }

  @Override
  public void start() {
    relay.start();
    gate.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    gate.close();
    relay.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return BEFORE_THE_WEB_SERVER;
  }
}
