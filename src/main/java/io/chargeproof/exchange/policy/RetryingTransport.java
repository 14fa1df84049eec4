package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.NoAnswer.Cause;
import io.chargeproof.exchange.Transport;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Sends a request again where the environment stood in the way: no answer, 408, 429, 502, 503 or 504. One that may have
 * been carried out, and mustn't be twice, is sent again only where it surely wasn't. What comes back is the last
 * exchange, with the number of attempts and what earlier ones were answered.
 */
public final class RetryingTransport implements Transport {
    private static final Set<Integer> NOT_CARRIED_OUT = Set.of(429, 503);
    private static final Set<Cause> NEVER_SENT = EnumSet.of(Cause.NOT_CONNECTED, Cause.UNKNOWN_HOST);
    private static final Set<Cause> FINAL = EnumSet.of(Cause.BUDGET_SPENT, Cause.WITHHELD, Cause.IN_USE);

    private final Transport next;
    private final Sleeper pause;
    private final BackOff backOff;
    private final Clock clock;
    private final RateLimitPace pace;
    private final Retry retry;

    /** Retries for everything that passes through a transport. */
    public RetryingTransport(Transport next, RetryPolicy policy) {
        this(next, policy, Sleeper.SLEEPING, Clock.systemUTC());
    }

    /** The same with a way to wait, and the clock that a {@code Retry-After} date is read by. */
    public RetryingTransport(Transport next, RetryPolicy policy, Sleeper pause, Clock clock) {
        this.next = next;
        this.pause = pause;
        this.backOff = new BackOff(policy, clock);
        this.clock = clock;
        this.pace = new RateLimitPace(clock);
        this.retry = Retry.of(
                "exchange",
                RetryConfig.<Exchange>custom()
                        .maxAttempts(policy.retries() + 1)
                        .retryOnResult(RetryingTransport::mayBeSentAgain)
                        .intervalBiFunction((attempt, result) ->
                                backOff.delay(attempt, result.get()).toMillis())
                        .build());
    }

    @Override
    public Exchange send(HttpRequest request) {
        // The asynchronous context tells the delay and leaves the waiting to us.
        Retry.AsyncContext<Exchange> context = retry.asyncContext();
        List<Exchange> answered = new ArrayList<>();
        waited(pace.before(request));
        Instant left = clock.instant();
        Exchange last = next.send(request);
        int attempts = 1;
        while (true) {
            Duration delay =
                    backOff.isInVain(last) ? Duration.ZERO : Duration.ofMillis(Math.max(0, context.onResult(last)));
            pace.note(last, attempts, left, delay);
            if (delay.isZero() || !waited(BackOff.longer(delay, pace.before(request)))) {
                break;
            }
            left = clock.instant();
            Exchange again = next.send(request);
            if (isBudgetSpent(again)) {
                break;
            }
            if (last.answer().isPresent()) {
                answered.add(last.withAttempts(attempts));
            }
            last = again;
            attempts++;
        }
        return last.withAttempts(attempts).withEarlier(answered);
    }

    private boolean waited(Duration delay) {
        try {
            if (!delay.isZero()) {
                pause.last(delay);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean mayBeSentAgain(Exchange exchange) {
        boolean safe = exchange.request().resend() == Idempotency.SAFE;
        if (exchange.reply() instanceof HttpAnswer answer) {
            if (exchange.request().resend() == Idempotency.ONCE) {
                return false;
            }
            return safe ? exchange.isInconclusive() : NOT_CARRIED_OUT.contains(answer.status());
        }
        NoAnswer none = (NoAnswer) exchange.reply();
        return safe ? !FINAL.contains(none.cause()) : NEVER_SENT.contains(none.cause());
    }

    private static boolean isBudgetSpent(Exchange exchange) {
        return exchange.reply() instanceof NoAnswer none && none.cause() == Cause.BUDGET_SPENT;
    }
}
