package io.chargeproof.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A target that answers as it is told, without a network, and remembers what it was sent. */
public final class Scripted implements Transport {
    private final Function<HttpRequest, Reply> script;
    private final List<HttpRequest> sent = new ArrayList<>();

    private Scripted(Function<HttpRequest, Reply> script) {
        this.script = script;
    }

    /** One that finds its answer by the request. */
    public static Scripted by(Function<HttpRequest, Reply> script) {
        return new Scripted(script);
    }

    /** One that gives these answers one after the other, and the last of them for good. */
    public static Scripted with(Reply... replies) {
        Deque<Reply> left = new ArrayDeque<>(List.of(replies));
        return new Scripted(request -> left.size() > 1 ? left.removeFirst() : left.getFirst());
    }

    @Override
    public synchronized Exchange send(HttpRequest request) {
        sent.add(request);
        return new Exchange(sent.size(), request, script.apply(request), 1, Instant.EPOCH, Duration.ofMillis(5));
    }

    /** What was sent, the first first. */
    public synchronized List<HttpRequest> sent() {
        return List.copyOf(sent);
    }

    /** The purposes of what was sent, in words. */
    public List<String> purposes() {
        return sent().stream().map(request -> request.purpose().inWords()).toList();
    }

    /** No answer. */
    public static NoAnswer none(NoAnswer.Cause cause) {
        return new NoAnswer(cause, "none: " + cause);
    }
}
