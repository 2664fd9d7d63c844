package dev.catavento.simulator.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The faults that are meant for one request. */
public record ActiveFaults(List<Fault> faults) {

    /** Uses up one hit of the first fault of these kinds that has one left. */
    public Optional<Fault> take(FaultKind... kinds) {
        return faults.stream()
                .filter(f -> Arrays.asList(kinds).contains(f.kind()))
                .filter(Fault::hit)
                .findFirst();
    }

    /** Uses up one hit of each fault of this kind. */
    public List<Fault> takeAll(FaultKind kind) {
        return faults.stream().filter(f -> f.kind() == kind).filter(Fault::hit).toList();
    }

    /** The first fault of this kind, left as it is. */
    public Optional<Fault> find(FaultKind kind) {
        return faults.stream().filter(f -> f.kind() == kind).findFirst();
    }

    /** How long this answer has to wait, in milliseconds. */
    public long delayMs() {
        long slow = takeAll(FaultKind.SLOW).stream()
                .mapToLong(f -> 1000L * f.number("seconds"))
                .sum();
        long latency = takeAll(FaultKind.LATENCY).stream()
                .mapToLong(f -> f.number("ms"))
                .sum();
        return slow + latency;
    }
}
