package io.chargeproof.traffic.recording;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.requirement.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An exchange of one of the APIs as a recording holds it.
 *
 * @param place where it stands, such as {@code session.har, entry 12}
 * @param api the API that it belongs to
 * @param exchange the exchange
 * @param missing what the recording leaves out of it
 * @param sent the body of the request as JSON, or why it isn't any
 */
public record RecordedExchange(String place, Api api, Exchange exchange, Set<Part> missing, AnswerJson sent) {
    /** What tools leave in place of a secret, this one among them. */
    private static final List<String> PLACEHOLDERS =
            List.of("***", "redacted", "removed", "masked", "hidden", "filtered", "xxxxx", "…");

    private static final Pattern VARIABLE = Pattern.compile("(?s)\\$\\{[A-Za-z_].*}");

    public RecordedExchange {
        missing = Set.copyOf(missing);
    }

    /** An exchange with its request's body read. */
    public static RecordedExchange of(String place, Api api, Exchange exchange, Set<Part> missing) {
        return new RecordedExchange(
                place, api, exchange, missing, json(exchange.request().body()));
    }

    private static AnswerJson json(Body body) {
        return AnswerJson.of(new HttpAnswer(0, Headers.NONE, body, false));
    }

    /** Whether a text stands for a secret that a tool took out, so that nothing can be said of it. */
    public static boolean isPlaceholder(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return PLACEHOLDERS.stream().anyMatch(lower::contains)
                || (text.contains("${") && VARIABLE.matcher(text).find());
    }

    /** Whether its credential is as it was sent, so that no tool has taken secrets out of the recording. */
    public boolean isUnredacted() {
        return RecordedSecrets.credential(request()).isPresent()
                && !isPlaceholder(request().body().text());
    }

    /** The same under its number among all that were read. */
    public RecordedExchange withNumber(long number) {
        return new RecordedExchange(place, api, exchange.withNumber(number), missing, sent);
    }

    /** The same with a part that nothing is to be concluded from. */
    RecordedExchange without(Part part) {
        Set<Part> more = EnumSet.of(part);
        more.addAll(missing);
        return new RecordedExchange(place, api, exchange, more, sent);
    }

    /** Whether the recording tells this part. */
    public boolean knows(Part part) {
        return !missing.contains(part);
    }

    /** The request. */
    public HttpRequest request() {
        return exchange.request();
    }

    /** The JSON of the request's body, where the recording has it and it is well-formed. */
    public Optional<JsonNode> sentJson() {
        return knows(Part.REQUEST_BODY) && sent instanceof AnswerJson.WellFormed json
                ? Optional.of(json.value())
                : Optional.empty();
    }

    /** The names that an object in the request has more than once, so that nobody can say what it means. */
    public Set<String> repeatedNames() {
        return sent instanceof AnswerJson.WellFormed json ? json.repeated() : Set.of();
    }

    /** The JSON of the answer's body, where the recording has it and it is well-formed. */
    public Optional<JsonNode> answerJson() {
        return knows(Part.ANSWER_BODY) ? exchange.answer().flatMap(AnswerJson::valueOf) : Optional.empty();
    }

    /** The value of a header field of the request, where the recording has it and no tool has taken it out. */
    public Optional<String> header(String name) {
        return request().headers().first(name);
    }

    /** When it began. */
    public Instant started() {
        return exchange.started();
    }

    /** When its answer was there. */
    public Instant ended() {
        return exchange.started().plus(exchange.duration());
    }

    /** How long after its end another began; negative if that began before. */
    public Duration pauseUntil(RecordedExchange later) {
        return Duration.between(ended(), later.started());
    }
}
