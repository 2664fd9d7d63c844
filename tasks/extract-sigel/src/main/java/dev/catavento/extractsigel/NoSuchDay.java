package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.PatientLayer;
import dev.catavento.source.http.SourceFailure;
import java.time.LocalDate;

/**
 * The archive's own word that it has no such day: asked for the layer's description it answers with error 400, and the
 * error names the day. A 404 of some server, or an "Invalid URL", means that we ask in the wrong place.
 */
final class NoSuchDay {
    private static final int BAD_REQUEST = 400;

    private NoSuchDay() {}

    static boolean saidBy(PatientLayer layer, LocalDate day) throws InterruptedException {
        try {
            layer.describe();
            return false;
        } catch (SourceFailure.Rejected refused) {
            return isSaidBy(refused, day);
        } catch (SourceFailure other) {
            return false;
        }
    }

    static boolean isSaidBy(SourceFailure.Rejected refused, LocalDate day) {
        return refused.stated()
                && refused.code() == BAD_REQUEST
                && refused.getMessage().contains(day.toString());
    }
}
