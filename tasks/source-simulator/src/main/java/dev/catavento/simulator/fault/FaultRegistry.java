package dev.catavento.simulator.fault;

import dev.catavento.simulator.query.RequestKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults that are set just now, in the order they were set. */
@ApplicationScoped
public class FaultRegistry {

    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    public void add(Fault fault) {
        faults.add(fault);
    }

    public List<Fault> list() {
        return List.copyOf(faults);
    }

    public void clear() {
        faults.clear();
    }

    /** Counts the request with every fault and gives those that are meant for it. */
    public ActiveFaults meet(RequestKind request) {
        return new ActiveFaults(faults.stream().filter(f -> f.sees(request)).toList());
    }
}
