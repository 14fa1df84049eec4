package io.chargeproof.traffic;

import io.chargeproof.requirement.Api;
import io.chargeproof.traffic.recording.RecordedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Traffic that is being judged: a file, or what passes between two at this moment. */
public final class JudgedTraffic {
    private final String name;
    private final BiFunction<RecordedExchange, JudgedTraffic, RecordedExchange> judge;
    private final BiConsumer<JudgedTraffic, Long> atEnd;
    private final Map<Api, List<Long>> numbers = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    JudgedTraffic(
            String name,
            BiFunction<RecordedExchange, JudgedTraffic, RecordedExchange> judge,
            BiConsumer<JudgedTraffic, Long> atEnd) {
        this.name = name;
        this.judge = judge;
        this.atEnd = atEnd;
    }

    /** Judges the next exchange; the same under its number among all that were judged. */
    public RecordedExchange see(RecordedExchange next) {
        return judge.apply(next, this);
    }

    /**
     * Says that there are no more.
     *
     * @param entries how many there were, of whatever API
     * @param what keeps some of it from being judged, a sentence each
     */
    public void end(long entries, List<String> what) {
        remarks.addAll(what);
        atEnd.accept(this, entries);
    }

    String name() {
        return name;
    }

    void keeps(Api api, long number) {
        numbers.computeIfAbsent(api, each -> new ArrayList<>()).add(number);
    }

    /** The numbers of its exchanges of an API that are kept. */
    List<Long> numbers(Api api) {
        return List.copyOf(numbers.getOrDefault(api, List.of()));
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
