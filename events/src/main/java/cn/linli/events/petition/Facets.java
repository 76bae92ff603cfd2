package cn.linli.events.petition;

/**
 * What every counted event repeats, so that views can break figures down without a look-up.
 *
 * @param category code of a leaf of the category tree
 * @param imported true for history brought in by import: left out of level shares unless its level
 *     is given
 */
public record Facets(
    Kind kind, Regime regime, String category, Channel channel, boolean imported) {}
