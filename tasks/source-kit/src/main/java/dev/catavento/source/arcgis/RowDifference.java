package dev.catavento.source.arcgis;

/** How the rows of a page differ from those asked for. */
record RowDifference(int missing, int unlisted, int repeated) {

    boolean none() {
        return missing == 0 && unlisted == 0 && repeated == 0;
    }

    @Override
    public String toString() {
        return missing + " missing, " + unlisted + " not listed, " + repeated + " repeated";
    }
}
