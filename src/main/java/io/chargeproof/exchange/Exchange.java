package io.chargeproof.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request and what came of it.
 *
 * @param number the place in the run, from 1; unique within it
 * @param request what was sent
 * @param reply what came of the last attempt
 * @param attempts how often it was sent, from 1
 * @param started when the last attempt began
 * @param duration how long the last attempt took
 * @param earlier those of the attempts before that got an answer, each as an exchange of its own; none in what is read back
 */
public record Exchange(
        long number,
        HttpRequest request,
        Reply reply,
        int attempts,
        Instant started,
        Duration duration,
        List<Exchange> earlier) {
    public Exchange {
        earlier = List.copyOf(earlier);
    }

    /** One without earlier attempts that were answered. */
    public Exchange(long number, HttpRequest request, Reply reply, int attempts, Instant started, Duration duration) {
        this(number, request, reply, attempts, started, duration, List.of());
    }

    /** The answer, where there is one. */
    public Optional<HttpAnswer> answer() {
        return reply instanceof HttpAnswer answer ? Optional.of(answer) : Optional.empty();
    }

    /** The answer's status, where there is an answer. */
    public Optional<Integer> status() {
        return answer().map(HttpAnswer::status);
    }

    /** Whether the environment stands between us and a judgement: no answer, 408, 429, 502, 503 or 504. */
    public boolean isInconclusive() {
        return answer().map(answer -> isOfTheEnvironment(answer.status())).orElse(true);
    }

    private static boolean isOfTheEnvironment(int status) {
        return status == 408 || status == 429 || (status >= 502 && status <= 504);
    }

    /** The same under its number in the run. */
    public Exchange withNumber(long other) {
        return new Exchange(other, request, reply, attempts, started, duration, earlier);
    }

    /** The same, sent so often. */
    public Exchange withAttempts(int other) {
        return new Exchange(number, request, reply, other, started, duration, earlier);
    }

    /** The same after other attempts. */
    public Exchange withEarlier(List<Exchange> others) {
        return new Exchange(number, request, reply, attempts, started, duration, others);
    }

    /** What came, in a few words: {@code HTTP 200} or {@code no answer (timeout: …)}. */
    public String outcomeInWords() {
        if (reply instanceof NoAnswer none) {
            return "no answer (" + none.detail() + ")";
        }
        return "HTTP " + status().orElseThrow();
    }
}
