package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gives an interface up that doesn't answer any more, so that a run against a dead target ends. After several requests in
 * a row that the environment stood against, all threads wait while harmless requests are sent that are known to be good;
 * only if the environment stands against these too, for as long as patience lasts, nothing more is sent. So a target that
 * fails on some requests only is never given up, and one that restarts is waited for.
 */
public final class CircuitBreakerTransport implements Transport {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Set<NoAnswer.Cause> NEVER_SENT =
            EnumSet.of(NoAnswer.Cause.BUDGET_SPENT, NoAnswer.Cause.WITHHELD);

    private final Transport next;
    private final Transport looks;
    private final Function<String, List<HttpRequest>> controls;
    private final Patience patience;
    private final Sleeper pause;
    private final Consumer<String> givingUp;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /**
     * A breaker that looks before it gives up.
     *
     * @param next what requests go through
     * @param looks what the harmless requests go through
     * @param controls the harmless requests for an interface, taken in turn
     * @param givingUp is told the interface that is given up, once
     */
    public CircuitBreakerTransport(
            Transport next,
            Transport looks,
            Function<String, List<HttpRequest>> controls,
            Patience patience,
            Sleeper pause,
            Consumer<String> givingUp) {
        this.next = next;
        this.looks = looks;
        this.controls = controls;
        this.patience = patience;
        this.pause = pause;
        this.givingUp = givingUp;
    }

    /** A breaker that gives up unlooked, for a few requests that are harmless themselves. */
    public CircuitBreakerTransport(Transport next, int attempts) {
        this(next, next, api -> List.of(), new Patience(attempts, Duration.ZERO), Sleeper.SLEEPING, api -> {});
    }

    /**
     * How soon an interface is given up.
     *
     * @param attempts after how many attempts in a row that the environment stood against, those of one request included
     * @param longest how long harmless requests are sent at most, unless two take longer
     */
    public record Patience(int attempts, Duration longest) {
        public Patience {
            if (attempts < 1 || longest.isNegative()) {
                throw new IllegalArgumentException("patience lasts for one attempt or more, not " + attempts);
            }
        }
    }

    @Override
    public Exchange send(HttpRequest request) {
        Line line = lines.computeIfAbsent(request.purpose().api(), Line::new);
        if (line.isGivenUp()) {
            line.tell();
            NoAnswer none = new NoAnswer(
                    NoAnswer.Cause.GIVEN_UP,
                    "nothing was sent: the target had left " + patience.attempts()
                            + " attempts in a row and every look at it without an answer");
            return new Exchange(0, request, none, 1, Instant.now(), Duration.ZERO);
        }
        Exchange exchange = next.send(request);
        line.note(exchange);
        return exchange;
    }

    /** What is known of one interface. */
    private final class Line {
        private final String api;
        private final AtomicInteger unanswered = new AtomicInteger();
        private final AtomicBoolean told = new AtomicBoolean();
        private boolean givenUp;

        Line(String api) {
            this.api = api;
        }

        void note(Exchange exchange) {
            if (!exchange.isInconclusive()) {
                unanswered.set(0);
            } else if (wasSent(exchange)) {
                unanswered.addAndGet(exchange.attempts());
            }
        }

        /** Holding no lock, since who is told may wait for those who wait for this line. */
        void tell() {
            if (told.compareAndSet(false, true)) {
                givingUp.accept(api);
            }
        }

        boolean isGivenUp() {
            if (unanswered.get() < patience.attempts()) {
                return false;
            }
            synchronized (this) {
                if (!givenUp && unanswered.get() >= patience.attempts()) {
                    givenUp = !answersInTime();
                }
                return givenUp;
            }
        }

        /** Two looks at least, then at growing distances. */
        private boolean answersInTime() {
            List<HttpRequest> requests = controls.apply(api);
            Duration spent = Duration.ZERO;
            Duration wait = FIRST_WAIT;
            for (int look = 0; !requests.isEmpty(); look++) {
                Exchange exchange = looks.send(control(requests.get(look % requests.size())));
                if (!exchange.isInconclusive() || !wasSent(exchange)) {
                    unanswered.set(0);
                    return true;
                }
                spent = spent.plus(exchange.duration()).plus(wait);
                boolean late = look > 0 && spent.compareTo(patience.longest()) > 0;
                if (late || !paused(wait)) {
                    return false;
                }
                wait = wait.multipliedBy(2);
            }
            return false;
        }

        private boolean paused(Duration wait) {
            try {
                pause.last(wait);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private static boolean wasSent(Exchange exchange) {
        return !(exchange.reply() instanceof NoAnswer none) || !NEVER_SENT.contains(none.cause());
    }

    private static HttpRequest control(HttpRequest request) {
        return request.withPurpose(request.purpose().as("a control").with(RequestTrait.CONTROL));
    }
}
