package io.chargeproof.traffic.provider;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import java.util.List;
import java.util.Set;

/**
 * Decides that what the documents have refused isn't carried out. Only a breach is told: a recording seldom has all that such a
 * requirement speaks of.
 */
public final class WrongRequestsAreRefused {
    private WrongRequestsAreRefused() {}

    /**
     * What an answer to a wrong request says of the provider.
     *
     * @param faults the requirements on clients that the request breaks
     */
    public static List<Statement> see(RecordedExchange next, Set<String> faults) {
        if (next.exchange().isInconclusive()) {
            return List.of();
        }
        return next.api().equals(EvcNetModule.API) ? WrongCustomerRequests.see(next, faults) : WrongCalls.see(next);
    }

    /** Whether a request bears no credential, and the recording would have it. */
    static boolean isWithoutCredential(RecordedExchange next) {
        return next.knows(Part.AUTHORIZATION)
                && next.header("Authorization")
                        .filter(value -> !value.isBlank())
                        .isEmpty();
    }
}
