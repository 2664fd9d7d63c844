package dev.catavento.source.arcgis;

import java.util.Map;

/**
 * One row of a page.
 *
 * @param id its OBJECTID
 * @param attributes values by field name, the id among them: text, {@code Long}, {@code Double}, {@code BigDecimal}
 *     beyond these, {@code Boolean}, or null
 * @param x longitude or easting; NaN where the row has no position
 * @param y latitude or northing; NaN where the row has no position
 */
public record Feature(long id, Map<String, Object> attributes, double x, double y) {

    public boolean placed() {
        return !Double.isNaN(x) && !Double.isNaN(y);
    }
}
