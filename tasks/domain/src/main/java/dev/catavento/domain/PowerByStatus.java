package dev.catavento.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turbines and rated power by operating status; sums are exact, whatever the order. */
public final class PowerByStatus {
    private final Total operating = new Total();
    private final Total notOperating = new Total();
    private final Total unknown = new Total();

    /** A count, and a sum in kW. */
    private static final class Total {
        private long turbines;
        private BigDecimal kw = BigDecimal.ZERO;
    }

    public void add(WindTurbine turbine) {
        var total = turbine.operating() == null ? unknown : turbine.operating() ? operating : notOperating;
        total.turbines++;
        if (turbine.power().kw() != null) {
            total.kw = total.kw.add(BigDecimal.valueOf(turbine.power().kw()));
        }
    }

    /** Six figures by name: {@code operating_turbines}, {@code operating_mw} (MW, three decimals), … */
    public Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        put(figures, "operating", operating);
        put(figures, "not_operating", notOperating);
        put(figures, "unknown", unknown);
        return figures;
    }

    private static void put(Map<String, Object> figures, String name, Total total) {
        figures.put(name + "_turbines", total.turbines);
        figures.put(
                name + "_mw",
                total.kw.movePointLeft(3).setScale(3, RoundingMode.HALF_EVEN).doubleValue());
    }
}
