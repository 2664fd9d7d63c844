package dev.catavento.simulator.telemetry.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The turbines whose samples are served: {@code T-0001} to as many as are wanted, rated as usual machines are. */
public final class TurbineFleet {

    private static final double[] RATED_POWER_KW = {4200, 2000, 3600, 5500, 2300, 4500, 3000, 6200};

    private final int count;

    /** @param count 1 or more */
    public TurbineFleet(int count) {
        this.count = count;
    }

    public Turbine first() {
        return turbine(1);
    }

    public Optional<Turbine> find(String name) {
        if (!name.matches("T-\\d{4,7}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(name.substring(2));
        return number < 1 || number > count
                ? Optional.empty()
                : Optional.of(turbine(number)).filter(t -> t.name().equals(name));
    }

    /** All, in the order of their numbers. */
    public List<Turbine> list() {
        return IntStream.rangeClosed(1, count).mapToObj(TurbineFleet::turbine).toList();
    }

    /** All, in the order of their names as text: {@code T-10000} stands before {@code T-1001}. */
    public List<Turbine> listByName() {
        return list().stream().sorted(Comparator.comparing(Turbine::name)).toList();
    }

    private static Turbine turbine(int number) {
        return new Turbine(number, "T-%04d".formatted(number), RATED_POWER_KW[(number - 1) % RATED_POWER_KW.length]);
    }
}
