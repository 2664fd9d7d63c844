package dev.catavento.simulator.generated;

/** Writes a plant's CEG in SIGEL's form, {@code EOLCVBA030739-4-01}. */
public final class Ceg {

    private static final int[] WEIGHTS = {7, 6, 5, 4, 3, 2};

    private Ceg() {}

    public static String of(String state, int plantId) {
        return of(state, "%06d".formatted(plantId));
    }

    static String of(String state, String nucleus) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (nucleus.charAt(i) - '0');
        }
        return "EOLCV" + state + nucleus + "-" + sum % 10 + "-01";
    }
}
