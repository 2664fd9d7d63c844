package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.SimulatorSettings;
import dev.catavento.simulator.fault.ActiveFaults;
import dev.catavento.simulator.fault.Fault;
import dev.catavento.simulator.fault.FaultKind;
import dev.catavento.simulator.fault.FaultRegistry;
import dev.catavento.simulator.http.FaultReplies;
import dev.catavento.simulator.http.Reply;
import dev.catavento.simulator.http.RequestLog;
import dev.catavento.simulator.query.RequestKind;
import dev.catavento.simulator.telemetry.stored.StoreUnavailable;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Answers requests for samples: first the faults' say, then the answer, then what the faults cut from it. */
@ApplicationScoped
class TelemetryService {

    /** A reply, and how long it has to wait. */
    record Timed(Reply reply, long delayMs) {}

    private final FaultRegistry registry;
    private final RequestLog log;
    private final int latencyMs;

    TelemetryService(FaultRegistry registry, RequestLog log, SimulatorSettings settings) {
        this.log = log;
        this.registry = registry;
        this.latencyMs = settings.latencyMs();
    }

    Timed answer(HttpServerRequest request, Function<ActiveFaults, Reply> answer) {
        String token = Credentials.bearer(request);
        log.add(RequestKind.TELEMETRY, request.getHeader("User-Agent"), token);
        ActiveFaults faults = registry.meet(RequestKind.TELEMETRY);
        long delay = latencyMs + faults.delayMs();
        try {
            refuseToken(faults, token);
            Reply reply = FaultReplies.instead(faults).orElseGet(() -> FaultReplies.cut(faults, answer.apply(faults)));
            return new Timed(reply, delay);
        } catch (BadRequest e) {
            return new Timed(e.reply(), delay);
        } catch (StoreUnavailable e) {
            return new Timed(new BadRequest(503, e.getMessage()).reply(), delay);
        }
    }

    private static void refuseToken(ActiveFaults faults, String token) {
        Optional<Fault> refusal = faults.find(FaultKind.TOKEN_REQUIRED)
                .filter(fault -> !fault.text("token").equals(token))
                .filter(Fault::hit);
        if (refusal.isPresent()) {
            throw token == null ? new BadRequest(401, "Not authenticated") : new BadRequest(403, "Invalid token");
        }
    }
}
