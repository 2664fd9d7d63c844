package dev.catavento.simulator.query;

/**
 * The rows of one answer, as indexes into the fleet.
 *
 * @param exceeded whether the server has more rows for this query than it sent
 */
public record RowPage(int[] rows, boolean exceeded) {}
