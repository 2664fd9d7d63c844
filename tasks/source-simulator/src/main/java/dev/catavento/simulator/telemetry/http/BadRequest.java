package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.answer.JsonBody;
import dev.catavento.simulator.http.Reply;

/** A request that cannot be answered as asked; the detail tells the client why. */
public final class BadRequest extends RuntimeException {

    private final int status;

    public BadRequest(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    public Reply reply() {
        return Reply.Whole.json(status, JsonBody.of(json -> {
            json.writeStartObject();
            json.writeStringField("detail", getMessage());
            json.writeEndObject();
        }));
    }
}
