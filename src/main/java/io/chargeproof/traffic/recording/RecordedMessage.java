package io.chargeproof.traffic.recording;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The request of an entry before it is known whether an API takes it.
 *
 * @param method the method as it stands
 * @param url the address as it stands
 * @param headers the header fields
 * @param body the body, or null where the recording leaves it out
 */
record RecordedMessage(
        String method,
        String url,
        Headers headers,
        @Nullable Body body) {}
