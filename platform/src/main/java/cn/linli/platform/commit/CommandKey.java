package cn.linli.platform.commit;

/** {@code {s,c}}: unique in the journal. */
record CommandKey(StreamId stream, String command) {
  static CommandKey of(Command command) {
    return new CommandKey(command.primary(), command.id());
  }
}
