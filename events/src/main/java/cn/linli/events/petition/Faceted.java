package cn.linli.events.petition;

/** An event that counts repeats what its request is counted by. */
public interface Faceted {
  Facets facets();
}
