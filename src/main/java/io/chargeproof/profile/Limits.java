package io.chargeproof.profile;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run may ask of a target.
 *
 * @param requestsPerSecond the most requests in a second, over all threads; none means no limit
 * @param timeout the longest a whole exchange may take
 * @param retries how often a request without a usable answer is sent again
 * @param maxRequests the most requests of a run
 * @param maxCustomers the most customers that a run may create
 */
public record Limits(
        @Nullable Integer requestsPerSecond, Duration timeout, int retries, int maxRequests, int maxCustomers) {}
