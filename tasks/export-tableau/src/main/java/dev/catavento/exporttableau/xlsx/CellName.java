package dev.catavento.exporttableau.xlsx;

/** Cells as spreadsheets name them. */
final class CellName {
    private CellName() {}

    /** The letters of a column, counted from 0: A, B, …, Z, AA, … */
    static String column(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /** @param row counted from 1, as in the file */
    static String of(int column, int row) {
        return column(column) + row;
    }
}
