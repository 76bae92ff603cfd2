package cn.linli.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes mail as any SMTP server would; nobody whose number ends in 550 has a mailbox. */
public final class MailHouse implements AutoCloseable {

  private final ServerSocket door;
  private final List<String> letters = new CopyOnWriteArrayList<>();

  public MailHouse() {
    try {
      door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::open);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Whole letters, each with the line that said whom it is for. */
  public List<String> lettersTo(String number) {
    return letters.stream().filter(letter -> letter.contains("<" + number + "@")).toList();
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.startVirtualThread(() -> serve(caller));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      var in =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
      say(caller, "220 here");
      var letter = new StringBuilder();
      boolean inside = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (inside) {
          if (line.equals(".")) {
            inside = false;
            letters.add(letter.toString());
            letter.setLength(0);
            say(caller, "250 taken");
          } else {
            letter.append(line).append('\n');
          }
        } else if (line.startsWith("RCPT")) {
          letter.append(line).append('\n');
          say(caller, line.contains("550@") ? "550 nobody" : "250 ok");
        } else if (line.startsWith("DATA")) {
          inside = true;
          say(caller, "354 go on");
        } else if (line.startsWith("QUIT")) {
          say(caller, "221 bye");
          return;
        } else {
          say(caller, "250 ok");
        }
      }
    } catch (IOException e) {
      // the caller went away
    }
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    caller.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
