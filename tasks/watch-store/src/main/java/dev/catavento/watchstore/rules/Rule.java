package dev.catavento.watchstore.rules;

import dev.catavento.store.watch.Incident;
import dev.catavento.store.watch.Said;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One way to find incidents in the past, and to see that one is well again. No I/O, no clock. */
public interface Rule {
    /** The kinds it finds. */
    Set<IncidentKind> kinds();

    /** What is not well; at most one incident for each key. */
    List<Incident> find(Past past);

    /** How an incident of these kinds became well again, where the past shows that it did. */
    Optional<Said> recovery(Incident open, Past past);
}
