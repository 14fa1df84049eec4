package io.chargeproof.report;

import io.chargeproof.exchange.Exchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * How long the answers to one operation took, in milliseconds.
 *
 * @param count how many answers there were
 * @param p50 the median
 * @param p95 what 95 of 100 didn't exceed
 * @param spread the median distance from the median: what the answers differ by anyway
 */
public record Latency(int count, double p50, double p95, double spread) {
    private static final int FEWEST = 20;
    private static final double LEAST_MS = 5;
    private static final double LEAST_SHARE = 0.5;
    private static final double SPREADS = 3;

    /** In words, how a shift is told from noise. */
    static final String NOISE =
            "a shift counts where both runs have at least 20 answers and their medians differ by 5 ms,"
                    + " by half of the smaller one, and by three times the spread (the median distance from the median)";

    /** That of each operation, such as {@code evc-net create}, of which there is an answer. */
    static SortedMap<String, Latency> byOperation(List<Exchange> exchanges) {
        SortedMap<String, List<Double>> millis = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            if (exchange.answer().isPresent()) {
                String operation = exchange.request().purpose().api() + " "
                        + exchange.request().purpose().operation();
                millis.computeIfAbsent(operation, name -> new ArrayList<>())
                        .add(exchange.duration().toNanos() / 1e6);
            }
        }
        SortedMap<String, Latency> latencies = new TreeMap<>();
        millis.forEach((operation, values) -> latencies.put(operation, of(values)));
        return Collections.unmodifiableSortedMap(latencies);
    }

    private static Latency of(List<Double> millis) {
        double median = percentile(millis, 50, value -> value);
        return new Latency(
                millis.size(),
                rounded(median),
                rounded(percentile(millis, 95, value -> value)),
                rounded(percentile(millis, 50, value -> Math.abs(value - median))));
    }

    /** Whether the other is slower or faster beyond what chance explains. */
    boolean isShiftedTo(Latency other) {
        double difference = Math.abs(other.p50 - p50);
        return Math.min(count, other.count) >= FEWEST
                && difference >= LEAST_MS
                && difference >= LEAST_SHARE * Math.min(p50, other.p50)
                && difference >= SPREADS * Math.max(spread, other.spread);
    }

    private static double percentile(List<Double> values, int percent, DoubleUnaryOperator measure) {
        double[] sorted =
                values.stream().mapToDouble(measure::applyAsDouble).sorted().toArray();
        return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
