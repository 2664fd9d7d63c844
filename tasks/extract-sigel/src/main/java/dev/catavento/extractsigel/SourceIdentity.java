package dev.catavento.extractsigel;

import dev.catavento.store.raw.RawSession;
import dev.catavento.store.raw.StoreSource;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import java.util.Optional;

/** One store, one source: the first that lands something is recorded, another is refused. */
final class SourceIdentity {
    private static final String GENERATED = "generated";

    private SourceIdentity() {}

    /** @param id the source's own name if it gives one, else its URL */
    static void claim(RawSession raw, String id, Settings settings) {
        Optional<StoreSource> known = raw.findSource();
        var holds = known.orElseGet(() -> raw.recordSource(
                new StoreSource(settings.find(Setting.STORE).orElse(null), id, id.startsWith(GENERATED))));
        if (!holds.sourceId().equals(id)) {
            throw new TaskException(
                    ErrorKind.OTHER_SOURCE,
                    "the store '" + holds.storeName() + "' belongs to the source " + holds.sourceId() + ", this is "
                            + id,
                    "one store holds one source: use another store, or set CATAVENTO_SIGEL_URL back");
        }
    }
}
