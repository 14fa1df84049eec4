package io.chargeproof.traffic.rule;

import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.recording.RecordedSecrets;

/**
 * A client of a target. Two credentials are two clients: neither knows what the other sent or was answered.
 *
 * @param target the target
 * @param credential its token or key, or empty where it isn't recorded
 */
public record Party(Target target, String credential) {
    /** Who sent a request to whom. */
    public static Party of(RecordedExchange exchange) {
        return new Party(
                Target.of(exchange),
                RecordedSecrets.credential(exchange.request()).orElse(""));
    }

    /** Gives nothing away. */
    @Override
    public String toString() {
        return "a client of " + target;
    }
}
