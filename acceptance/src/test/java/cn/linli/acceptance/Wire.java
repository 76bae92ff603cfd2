package cn.linli.acceptance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** One kept-alive connection, written and read byte by byte: a client that hides nothing. */
final class Wire implements AutoCloseable {

  private static final String UPGRADE =
      "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAAB\r\n";
  private static final int WRITE_BYTES = 16 * 1024;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;
  private final String host;
  private boolean open = true;

  Wire(URI server, Duration patience) throws IOException {
    host = server.getAuthority();
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    socket.setSoTimeout((int) patience.toMillis());
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** What a request carries beside its line. */
  record Body(byte[] bytes, boolean chunked, boolean upgrade) {
    static final Body NONE = new Body(new byte[0], false, false);
  }

  /** Whether the server will take another request here. */
  boolean isOpen() {
    return open;
  }

  /** Sends one request and answers its status; throws a time-out where no answer comes. */
  int send(String method, String path, Map<String, String> headers, Body body) throws IOException {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (body.upgrade()) {
      head.append(UPGRADE);
    }
    if (!method.equals("GET")) {
      head.append("Content-Type: application/json\r\n");
      head.append(
          body.chunked()
              ? "Transfer-Encoding: chunked\r\n"
              : "Content-Length: " + body.bytes().length + "\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    write(body);
    out.flush();
    return answer();
  }

  private void write(Body body) throws IOException {
    byte[] bytes = body.bytes();
    for (int from = 0; from < bytes.length; from += WRITE_BYTES) {
      int length = Math.min(WRITE_BYTES, bytes.length - from);
      if (body.chunked()) {
        out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      }
      out.write(bytes, from, length);
      if (body.chunked()) {
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
    if (body.chunked()) {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private int answer() throws IOException {
    String status = line();
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
      open &= !(lower.startsWith("connection:") && lower.contains("close"));
    }
    if (chunked) {
      for (int size = size(); ; size = size()) {
        in.readNBytes(size);
        line();
        if (size == 0) {
          break;
        }
      }
    } else {
      in.readNBytes(length);
    }
    return Integer.parseInt(status.split(" ")[1]);
  }

  private int size() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
