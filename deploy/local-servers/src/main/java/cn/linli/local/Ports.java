package cn.linli.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of the loopback interface. */
final class Ports {
  static final String LOOPBACK = "127.0.0.1";
  private static final int CONNECT_MILLIS = 500;

  private Ports() {}

  /** A port nobody listened on a moment ago. */
  static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(LOOPBACK, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  static boolean answers(String host, int port, int timeoutMillis) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), timeoutMillis);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  static boolean answers(int port) {
    return answers(LOOPBACK, port, CONNECT_MILLIS);
  }
}
