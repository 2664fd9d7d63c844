package dev.catavento.simulator.layer;

/**
 * The noise that a reload of the layer leaves in its coordinates: every odd reload lies one nano-degree beside the even
 * ones, so that two neighbouring loads differ by 1e-9° in both coordinates and nothing drifts. Equal places stay equal.
 */
public record Jitter(int reload) {

    public static final Jitter NONE = new Jitter(0);

    Position apply(Position place) {
        if (reload % 2 == 0) {
            return place;
        }
        long hash = Mix.hash(place.longitudeNano(), place.latitudeNano());
        return place.plusNano((hash & 1) == 0 ? 1 : -1, (hash & 2) == 0 ? 1 : -1);
    }

    public Jitter next() {
        return new Jitter(reload + 1);
    }
}
