package dev.catavento.source.telemetry;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** A request's address, put together parameter by parameter. */
final class SampleQuery {
    private final SampleRequest request;
    private final StringBuilder url;
    private char before = '?';

    /** @param path after the source's base URL */
    SampleQuery(SampleRequest request, String path) {
        this.request = request;
        this.url = new StringBuilder(request.source().address()).append(path);
    }

    SampleQuery with(String name, Object value) {
        url.append(before).append(name).append('=');
        // a blank as %20, which every server reads as one; a plus stands for itself in some
        url.append(
                URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20"));
        before = '&';
        return this;
    }

    /** In the source's own local time, as naive stamps are: a source that compares naive times takes no offset. */
    SampleQuery with(String name, Instant stamp) {
        var local = LocalDateTime.ofInstant(stamp, request.source().zone());
        return with(name, local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    }

    /** The turbine, where the source serves several. */
    URI url() {
        request.source().turbineParameter().ifPresent(name -> with(name, request.turbine()));
        return URI.create(url.toString());
    }
}
