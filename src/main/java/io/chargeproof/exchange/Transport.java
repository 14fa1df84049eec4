package io.chargeproof.exchange;

/** The port through which every request of a run leaves: adapters send, decorators throttle, retry and record. */
@FunctionalInterface
public interface Transport {
    /**
     * Sends a request and waits for what comes of it. A failure of the network or of the target is a {@link NoAnswer},
     * never an exception.
     */
    Exchange send(HttpRequest request);
}
