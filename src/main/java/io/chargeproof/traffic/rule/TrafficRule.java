package io.chargeproof.traffic.rule;

import io.chargeproof.traffic.recording.RecordedExchange;
import java.util.List;

/**
 * Looks at the exchanges of a recording, one after the other in the order in which they began. Some rules remember what they
 * saw, so each recording has rules of its own. A rule says nothing of what the recording leaves out.
 */
@FunctionalInterface
public interface TrafficRule {
    /** What it says of the next exchange; nothing where it doesn't apply. */
    List<Statement> see(RecordedExchange next);
}
