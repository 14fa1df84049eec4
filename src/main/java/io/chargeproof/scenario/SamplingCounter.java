package io.chargeproof.scenario;

/** How many hostile values a run sent, of how many there are. */
public final class SamplingCounter {
    private long sent;
    private long all;

    /** Counts what was sent of one member's values. */
    synchronized void add(int sentNow, int allNow) {
        sent += sentNow;
        all += allNow;
    }

    /** How many were sent. */
    public synchronized long sent() {
        return sent;
    }

    /** How many there are for the members that were swept. */
    public synchronized long all() {
        return all;
    }
}
