package dev.catavento.simulator.telemetry.trait;

import static dev.catavento.simulator.fault.FaultParameter.number;
import static dev.catavento.simulator.fault.FaultParameter.text;

import dev.catavento.simulator.fault.FaultParameter;

/** What is told of data that come, change or vanish late: which minutes, and when. */
final class Late {

    static final String AFTER_REQUESTS = "after_requests";
    static final String AFTER_SECONDS = "after_seconds";

    private Late() {}

    static FaultParameter[] parameters(int n) {
        return new FaultParameter[] {
            number("n", n, "how many minutes", 1, 100_000),
            number("every", 1, "minutes from one to the next", 1, 100_000),
            day(),
            start(720),
            number(AFTER_REQUESTS, 0, "requests for the turbine's samples that still get the old ones", 0, 1_000_000),
            number(AFTER_SECONDS, 0, "seconds that have to pass", 0, 1_000_000)
        };
    }

    static FaultParameter day() {
        return text("day", "", "the only day, yyyy-MM-dd at UTC-03:00; not given: every day");
    }

    static FaultParameter start(int fallback) {
        return number("start_minute", fallback, "the day's minute in which it begins", 0, 1439);
    }
}
