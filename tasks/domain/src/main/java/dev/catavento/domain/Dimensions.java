package dev.catavento.domain;

/** A turbine's size; each null where unknown. */
public record Dimensions(Double hubHeightM, Double tipHeightM, Double rotorDiameterM) {

    /** How far the tip height is from hub height plus half a rotor, in metres; 0 where one of them is unknown. */
    public double tipMismatchM() {
        return hubHeightM == null || tipHeightM == null || rotorDiameterM == null
                ? 0
                : Math.abs(tipHeightM - (hubHeightM + rotorDiameterM / 2));
    }

    /** Rated power over rotor area in W/m², null where one is unknown. */
    public Double specificPower(Double ratedPowerKw) {
        if (ratedPowerKw == null || rotorDiameterM == null || rotorDiameterM <= 0) {
            return null;
        }
        return ratedPowerKw * 1000 / (Math.PI * rotorDiameterM * rotorDiameterM / 4);
    }
}
