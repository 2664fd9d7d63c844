package dev.catavento.simulator.http;

import dev.catavento.simulator.SimulatorSettings;
import dev.catavento.simulator.answer.SmallAnswers;
import dev.catavento.simulator.fault.ActiveFaults;
import dev.catavento.simulator.fault.FaultRegistry;
import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.FleetSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Answers requests to the layer: first the faults' say, then the answer, then what the faults cut from it. */
@ApplicationScoped
class LayerService {

    /** A reply, and how long it has to wait. */
    record Timed(Reply reply, long delayMs) {}

    private final FleetSource source;
    private final FaultRegistry registry;
    private final int latencyMs;

    LayerService(FleetSource source, FaultRegistry registry, SimulatorSettings settings) {
        this.source = source;
        this.registry = registry;
        this.latencyMs = settings.latencyMs();
    }

    Timed answer(LayerRequest request) {
        ActiveFaults faults = registry.meet(request.kind());
        long delay = latencyMs + faults.delayMs();
        return new Timed(reply(request, faults), delay);
    }

    private Reply reply(LayerRequest request, ActiveFaults faults) {
        Optional<Reply> refusal = FaultReplies.refuseToken(faults, request.token());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return FaultReplies.instead(faults).orElseGet(() -> FaultReplies.cut(faults, plain(request, faults)));
    }

    private Reply plain(LayerRequest request, ActiveFaults faults) {
        try {
            return LayerAnswers.answer(request, source.identity(), faults);
        } catch (ArcGisException e) {
            return Reply.Whole.json(SmallAnswers.error(e));
        }
    }
}
