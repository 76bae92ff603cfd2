package cn.linli.local;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Ends a test server together with this JVM, however the JVM ends: a shell that waits on a pipe
 * only this JVM holds reads its end when the JVM is gone (SIGKILL included), kills the server and
 * deletes its folder.
 */
final class Watchdog {
  private static final String SCRIPT =
      "trap '' HUP INT TERM; read -r _; kill -9 \"$1\" 2>/dev/null; rm -rf \"$2\"";

  private Watchdog() {}

  static void over(ProcessHandle server, Path folder) throws IOException {
    var shell =
        new ProcessBuilder(
            "sh", "-c", SCRIPT, "linli-watchdog", "" + server.pid(), folder.toString());
    var watchdog =
        shell.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    server.onExit().thenRun(watchdog::destroyForcibly);
  }
}
