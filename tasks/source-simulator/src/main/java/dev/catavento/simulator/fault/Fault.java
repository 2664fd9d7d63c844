package dev.catavento.simulator.fault;

import dev.catavento.simulator.layer.Mix;
import dev.catavento.simulator.query.RequestKind;
import java.util.Map;

/** A fault that is set, with how often it may still hit. Safe for many requests at once. */
public final class Fault {

    private final FaultKind kind;
    private final FaultMatch match;
    private final int afterRequests;
    private final Map<String, Object> values;
    private int remaining;
    private int seen;
    private int hits;
    private int draws;

    Fault(FaultKind kind, FaultMatch match, int count, int afterRequests, Map<String, Object> values) {
        this.kind = kind;
        this.match = match;
        this.remaining = count;
        this.afterRequests = afterRequests;
        this.values = Map.copyOf(values);
    }

    /** Counts a request and says whether the fault is meant for it. */
    synchronized boolean sees(RequestKind request) {
        return match.covers(request) && ++seen > afterRequests && remaining != 0;
    }

    /** Uses one hit up; false where none is left. */
    public synchronized boolean hit() {
        if (remaining == 0) {
            return false;
        }
        if (remaining > 0) {
            remaining--;
        }
        hits++;
        return true;
    }

    /** Draws one of a hundred lots, of which {@code percent} lose; the same row of lots after each start. */
    public synchronized boolean loses() {
        return Math.floorMod(Mix.hash(31, ++draws), 100L) < number("percent");
    }

    /** How often {@code every} requests have passed since the fault began to work, plus one. */
    synchronized int rounds() {
        int every = number("every");
        return every <= 0 ? 1 : 1 + Math.max(0, seen - afterRequests - 1) / every;
    }

    public FaultKind kind() {
        return kind;
    }

    public FaultMatch match() {
        return match;
    }

    public int afterRequests() {
        return afterRequests;
    }

    public Map<String, Object> values() {
        return values;
    }

    public synchronized int remaining() {
        return remaining;
    }

    public synchronized int hits() {
        return hits;
    }

    public int number(String name) {
        return (Integer) values.get(name);
    }

    public String text(String name) {
        return (String) values.get(name);
    }
}
