package io.chargeproof.scenario;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends what a scenario sends, and has every exchange looked at by the standing checks. */
public final class ScenarioClient {
    /** How often a request is tried beside controls until its failure counts as its own. */
    private static final int ROUNDS = 4;

    private final ApiLines lines;
    private final ScenarioScope scope;
    private final Judge judge;
    private final Patience patience;
    private @Nullable Session session;
    private boolean judging = true;

    /** A wire for a scenario. */
    public ScenarioClient(ApiLines lines, ScenarioScope scope, Judge judge, Patience patience) {
        this.lines = lines;
        this.scope = scope;
        this.judge = judge;
        this.patience = patience;
    }

    /** Waits until a moment has passed since then, which a target may take to show a post. */
    public void settle(Instant since) {
        patience.settle(since);
    }

    /** What the run knows of waiting. */
    public Patience patience() {
        return patience;
    }

    /** Tries something again for a moment as long as it lacks something that the target may yet come to show. */
    public <T> T patiently(T first, Function<T, Set<String>> lacking, Supplier<T> again) {
        return patience.until(first, lacking, again);
    }

    /**
     * Has all that the scenario sends from now on share one connection, and bring back the cookies that come with its answers.
     *
     * @param carried what the connection carries first, in a few words
     */
    public void share(String carried) {
        session = new Session(lines.group("a connection that carried " + carried + " before"));
    }

    /** Sends two requests so that they leave at the same moment. */
    public List<SentRequest> sendTogether(HttpRequest one, HttpRequest other) {
        return sendTogether(() -> one, () -> other);
    }

    /** Sends two requests, each of which must differ each time it is sent, so that they leave at the same moment. */
    public List<SentRequest> sendTogether(Supplier<HttpRequest> one, Supplier<HttpRequest> other) {
        String pair = lines.group("a pair");
        List<Supplier<HttpRequest>> both = Stream.of(one, other)
                .map(request -> (Supplier<HttpRequest>) () -> {
                    HttpRequest right = request.get();
                    return right.withPurpose(
                            right.purpose().with(RequestTrait.TOGETHER).in(pair));
                })
                .toList();
        List<CompletableFuture<Exchange>> underWay = both.stream()
                .map(request -> CompletableFuture.supplyAsync(() -> sendFirst(request), ScenarioClient::beside))
                .toList();
        List<Exchange> came = underWay.stream().map(CompletableFuture::join).toList();
        return IntStream.range(0, came.size())
                .mapToObj(index -> judged(came.get(index), both.get(index)))
                .toList();
    }

    private Exchange sendFirst(Supplier<HttpRequest> requests) {
        HttpRequest request = requests.get();
        return lines.of(request).sweeps().send(request);
    }

    /** Sends a request of the scenario's own. */
    public SentRequest send(HttpRequest request) {
        return deliver(() -> request, lines.of(request).scenarios());
    }

    /** Sends a request without whose answer the scenario can't go on; ends it if the environment gives none. */
    public SentRequest ask(HttpRequest request) {
        return needed(send(request));
    }

    /** An exchange without whose answer the scenario can't go on; ends it if the environment gave none. */
    public SentRequest needed(SentRequest sent) {
        judge.needsAnswer(sent);
        return sent;
    }

    /** Whether the scenario is about a requirement that this fault breaks. */
    public boolean isAbout(Cause cause) {
        return cause.isOn(scope.requirements());
    }

    /** The scenario's exchanges so far. */
    public List<Exchange> exchanges() {
        return scope.exchanges();
    }

    /** Sends a request of a sweep: a hostile value, or a raw body. */
    public SentRequest sweep(HttpRequest request) {
        return deliver(() -> request, sweeps(request));
    }

    /** Sends a request of the scenario's own that must differ each time it is sent. */
    public SentRequest sendFresh(Supplier<HttpRequest> requests) {
        HttpRequest first = requests.get();
        return deliver(firstThen(first, requests), lines.of(first).scenarios());
    }

    /** Sends a request of a sweep that must differ each time it is sent. */
    public SentRequest sweepFresh(Supplier<HttpRequest> requests) {
        HttpRequest first = requests.get();
        return deliver(firstThen(first, requests), sweeps(first));
    }

    /** What shares a connection goes the way that keeps it. */
    private Transport sweeps(HttpRequest request) {
        return session == null ? lines.of(request).sweeps() : lines.of(request).scenarios();
    }

    /** Sends what is judged only if it is handed in, since less of it may show the same. */
    public <T> T unjudged(Supplier<T> sending) {
        boolean before = judging;
        judging = false;
        try {
            return sending.get();
        } finally {
            judging = before;
        }
    }

    /** Has the standing checks look at what was sent without being judged. */
    public SentRequest judged(SentRequest sent) {
        judge.standing(sent, lines.of(sent.request()));
        return sent;
    }

    /** Whether an answer shows a fault that no request excuses. */
    public boolean isBroken(SentRequest sent) {
        return judge.isBroken(sent, lines.of(sent.request()));
    }

    /** Takes over what another scenario sent, as if it had been sent in this one. */
    public SentRequest adopt(SentRequest sent) {
        if (!scope.exchanges().contains(sent.exchange())) {
            scope.add(sent.exchange());
            judge.standing(sent, lines.of(sent.request()));
        }
        return sent;
    }

    private SentRequest deliver(Supplier<HttpRequest> requests, Transport transport) {
        Session shared = session;
        if (shared == null) {
            return judged(transport.send(requests.get()), requests, transport);
        }
        Supplier<HttpRequest> carried = () -> shared.carried(requests.get());
        SentRequest sent = judged(transport.send(carried.get()), carried, transport);
        shared.note(sent.exchange());
        return sent;
    }

    private SentRequest judged(Exchange first, Supplier<HttpRequest> requests) {
        return judged(first, requests, lines.of(first.request()).sweeps());
    }

    private SentRequest judged(Exchange first, Supplier<HttpRequest> requests, Transport transport) {
        Exchange exchange = judge.unlessWithheld(first);
        boolean fails = false;
        for (int round = 0; round < ROUNDS && mayBeTriedAgain(exchange); round++) {
            if (!lines.of(exchange.request()).health().answers()) {
                break;
            }
            scope.add(exchange);
            judge.inPassing(exchange, lines.of(exchange.request()));
            exchange = judge.unlessWithheld(transport.send(requests.get()));
            fails = round == ROUNDS - 1 && isSuspicious(exchange);
        }
        scope.add(exchange);
        SentRequest sent = new SentRequest(exchange, fails);
        return judging ? judged(sent) : sent;
    }

    /** Whether a request may have met a fault of the target that only looks like one of the environment. */
    private static boolean isSuspicious(Exchange exchange) {
        if (exchange.reply() instanceof NoAnswer none) {
            return none.cause() == NoAnswer.Cause.RESET;
        }
        return exchange.status()
                .filter(status -> status >= 502 && status <= 504)
                .isPresent();
    }

    /** Or one of which the target says that it didn't come whole (RFC 9110, section 15.5.9). */
    private static boolean mayBeTriedAgain(Exchange exchange) {
        boolean cutOff = exchange.status().filter(status -> status == 408).isPresent();
        return exchange.request().resend() != Idempotency.ONCE && (cutOff || isSuspicious(exchange));
    }

    private static void beside(Runnable task) {
        Thread thread = new Thread(task, "pair");
        thread.setDaemon(true);
        thread.start();
    }

    private static Supplier<HttpRequest> firstThen(HttpRequest first, Supplier<HttpRequest> next) {
        return new Supplier<>() {
            private boolean used;

            @Override
            public synchronized HttpRequest get() {
                if (used) {
                    return next.get();
                }
                used = true;
                return first;
            }
        };
    }
}
