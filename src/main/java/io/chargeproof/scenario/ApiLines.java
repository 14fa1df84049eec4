package io.chargeproof.scenario;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.requirement.Api;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The lines to the APIs of a run's target. */
public final class ApiLines {
    private final Map<Api, ApiLine> byApi;
    private final AtomicLong groups = new AtomicLong();

    /** The lines, one for each API that the profile describes. */
    public ApiLines(Map<Api, ApiLine> byApi) {
        this.byApi = Map.copyOf(byApi);
    }

    /** A name for requests that belong together, which no others of the run have. */
    String group(String name) {
        return name + RequestPurpose.NUMBERED + groups.incrementAndGet();
    }

    /** The line that a request goes through. */
    public ApiLine of(HttpRequest request) {
        return byApi.entrySet().stream()
                .filter(line -> line.getKey().label().equals(request.purpose().api()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no line to " + request.purpose().api() + "; the profile doesn't describe it"));
    }

    /** The line to an API. */
    public ApiLine of(Api api) {
        ApiLine line = byApi.get(api);
        if (line == null) {
            throw new IllegalStateException("no line to " + api.label() + "; the profile doesn't describe it");
        }
        return line;
    }
}
