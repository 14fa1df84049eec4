package io.chargeproof.report;

import java.util.List;

/**
 * How much of each finding a summary shows.
 *
 * @param findings how many of one requirement
 * @param scenarios how many that found the same
 * @param command how many characters a command may have
 */
record SummaryDetail(int findings, int scenarios, int command) {
    /** From everything to as little as tells what is wrong. */
    static final List<SummaryDetail> LEVELS = List.of(
            new SummaryDetail(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
            new SummaryDetail(20, 20, 8_000),
            new SummaryDetail(3, 3, 2_000),
            new SummaryDetail(1, 1, 0));

    /** Whether nothing is left out. */
    boolean isWhole() {
        return findings == Integer.MAX_VALUE;
    }
}
