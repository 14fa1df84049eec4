package io.chargeproof.report;

import io.chargeproof.exchange.Exchange;
import java.util.List;

/**
 * How many exchanges there were and how long they took, in milliseconds; percentiles by nearest rank, 0 of none.
 *
 * @param count how many
 * @param retried how many were sent more than once
 * @param p50 the median
 * @param p95 what 95 of 100 didn't exceed
 * @param max the longest
 */
record ExchangeStatistics(int count, long retried, long p50, long p95, long max) {
    static ExchangeStatistics of(List<Exchange> exchanges) {
        List<Long> millis = exchanges.stream()
                .map(exchange -> exchange.duration().toMillis())
                .sorted()
                .toList();
        long retried =
                exchanges.stream().filter(exchange -> exchange.attempts() > 1).count();
        return new ExchangeStatistics(
                exchanges.size(), retried, percentile(millis, 50), percentile(millis, 95), percentile(millis, 100));
    }

    private static long percentile(List<Long> sorted, int percent) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(rank - 1);
    }
}
