package cn.linli.timebank.proof;

import cn.linli.timebank.ledger.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash tree of RFC 6962, section 2.1: one root for any number of leaves, and for each leaf a
 * path of at most log₂ n hashes that leads to it. SHA-256; leaves and nodes are hashed with
 * different first bytes, so that no node can pose as a leaf.
 *
 * <p>The whole tree is held: 64 bytes a leaf.
 */
final class MerkleTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  /** From the leaves up; each level has half of the one below, an odd last one goes up as it is. */
  private final List<List<byte[]>> levels;

  private MerkleTree(List<List<byte[]>> levels) {
    this.levels = levels;
  }

  /**
   * One neighbour on the way up.
   *
   * @param left whether it stands to the left of what is being hashed
   */
  record Step(boolean left, byte[] hash) {}

  /**
   * @param leaves what is hashed into them, in an order that is published
   */
  static MerkleTree of(List<byte[]> leaves) {
    MessageDigest sha = Sha256.digest();
    return above(leaves.stream().map(leaf -> leafHash(sha, leaf)).toList());
  }

  /**
   * The upper part of a tree.
   *
   * @param roots of trees of equally many leaves, a power of two, but the last, which may have less
   */
  static MerkleTree above(List<byte[]> roots) {
    MessageDigest sha = Sha256.digest();
    var levels = new ArrayList<List<byte[]>>();
    levels.add(roots);
    while (levels.getLast().size() > 1) {
      levels.add(halved(sha, levels.getLast()));
    }
    return new MerkleTree(levels);
  }

  private static List<byte[]> halved(MessageDigest sha, List<byte[]> below) {
    var half = new ArrayList<byte[]>((below.size() + 1) / 2);
    for (int i = 0; i < below.size(); i += 2) {
      half.add(
          i + 1 == below.size() ? below.get(i) : nodeHash(sha, below.get(i), below.get(i + 1)));
    }
    return half;
  }

  /** Of no leaves: the hash of nothing. */
  byte[] root() {
    List<byte[]> top = levels.getLast();
    return top.isEmpty() ? Sha256.digest().digest() : top.getFirst();
  }

  int leaves() {
    return levels.getFirst().size();
  }

  /** The neighbours from this leaf up to the root. */
  List<Step> path(int leaf) {
    var path = new ArrayList<Step>();
    int at = leaf;
    for (List<byte[]> level : levels) {
      int neighbour = at ^ 1;
      if (neighbour < level.size()) {
        path.add(new Step(neighbour < at, level.get(neighbour)));
      }
      at /= 2;
    }
    return path;
  }

  /** Where a leaf with this path leads: the root, if it is of the tree. */
  static byte[] climb(byte[] leaf, List<Step> path) {
    MessageDigest sha = Sha256.digest();
    byte[] hash = leafHash(sha, leaf);
    for (Step step : path) {
      hash = step.left() ? nodeHash(sha, step.hash(), hash) : nodeHash(sha, hash, step.hash());
    }
    return hash;
  }

  private static byte[] leafHash(MessageDigest sha, byte[] leaf) {
    sha.update(LEAF);
    return sha.digest(leaf);
  }

  private static byte[] nodeHash(MessageDigest sha, byte[] left, byte[] right) {
    sha.update(NODE);
    sha.update(left);
    return sha.digest(right);
  }
}
