package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Gives each attempt at a request a {@code traceparent} of its own (W3C Trace Context, version 00), so that a target's people
 * find it in their logs. Nearest to the wire, since a request that is sent again is another trace. It says that the trace is
 * recorded: most tracers forget one that says otherwise. Who knows nothing of it ignores it, as of any header field.
 */
public final class TracingTransport implements Transport {
    private static final String FIELD = "traceparent";
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private final Transport next;
    private final SecureRandom random = new SecureRandom();

    /** Traces what passes to a transport. */
    public TracingTransport(Transport next) {
        this.next = next;
    }

    @Override
    public Exchange send(HttpRequest request) {
        String value = "00-" + id(TRACE_BYTES) + "-" + id(SPAN_BYTES) + "-01";
        return next.send(request.withHeaders(request.headers().with(FIELD, value)));
    }

    /** Hexadecimal digits, of which not all are nought: that would be no id. */
    private String id(int bytes) {
        byte[] id = new byte[bytes];
        random.nextBytes(id);
        id[0] |= 1;
        return HexFormat.of().formatHex(id);
    }
}
