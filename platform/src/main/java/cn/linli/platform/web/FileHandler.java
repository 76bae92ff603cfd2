package cn.linli.platform.web;

/** Takes a short table in, on a virtual thread; answers what became of it. */
@FunctionalInterface
public interface FileHandler {
  Object take(FileCall call) throws Exception;
}
