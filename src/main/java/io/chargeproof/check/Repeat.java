package io.chargeproof.check;

/**
 * How often a broken requirement was tried, and how often it was broken.
 *
 * @param sent how often the request was sent, the first time included
 * @param failed how often its answer broke the requirement
 */
public record Repeat(int sent, int failed) {
    /** Whether it was tried again and then held. */
    public boolean intermittent() {
        return failed < sent;
    }
}
