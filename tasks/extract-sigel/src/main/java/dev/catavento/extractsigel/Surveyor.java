package dev.catavento.extractsigel;

import dev.catavento.source.RequestPool;
import dev.catavento.source.arcgis.PatientLayer;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Asks for count and ids until they agree: a row may come or go between the two, but not each time. */
final class Surveyor {
    private static final Logger LOG = Logger.getLogger(Surveyor.class);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PatientLayer layer;
    private final RequestPool pool;

    Surveyor(PatientLayer layer, RequestPool pool) {
        this.layer = layer;
        this.pool = pool;
    }

    Survey survey() throws InterruptedException {
        var first = ask();
        var survey = first;
        for (int n = 1; !survey.consistent(); n++) {
            if (n == TRIES) {
                throw contradiction(survey, !survey.ids().equals(first.ids()));
            }
            LOG.warnf("%s; asking again", survey.contradiction());
            Thread.sleep(PAUSE);
            survey = ask();
        }
        if (survey.count() == 0) {
            throw new TaskException(
                    ErrorKind.SOURCE_INCOMPLETE,
                    "the source holds no rows at all",
                    "an empty fleet is never believed; the last good snapshot stands");
        }
        return survey;
    }

    private Survey ask() throws InterruptedException {
        var count = pool.start(layer::count);
        var ids = pool.start(layer::ids);
        return new Survey(pool.await(count), pool.await(ids));
    }

    private static TaskException contradiction(Survey survey, boolean changing) {
        return changing
                ? new TaskException(
                        ErrorKind.SOURCE_CHANGING,
                        survey.contradiction() + ", and the list is another each time",
                        "the set is being edited; retry later")
                : new TaskException(
                        ErrorKind.SOURCE_INCOMPLETE,
                        survey.contradiction() + ", asked " + TRIES + " times",
                        "completeness cannot be proven; the last good snapshot stands");
    }
}
