package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.Transport;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A transport that replies what it was told to, the last reply again and again. */
final class Scripted implements Transport {
    static final HttpRequest SAFE = request(Idempotency.SAFE);
    static final HttpRequest UNLESS_CARRIED_OUT = request(Idempotency.UNLESS_CARRIED_OUT);
    static final HttpRequest ONCE = request(Idempotency.ONCE);

    private final List<Reply> replies;
    private int sent;

    Scripted(Reply... replies) {
        this.replies = List.of(replies);
    }

    static Reply status(int status) {
        return status(status, Headers.NONE);
    }

    static Reply status(int status, Headers headers) {
        return new HttpAnswer(status, headers, Body.EMPTY, false);
    }

    static Reply none(NoAnswer.Cause cause) {
        return new NoAnswer(cause, cause.name());
    }

    synchronized int sent() {
        return sent;
    }

    @Override
    public synchronized Exchange send(HttpRequest request) {
        Reply reply = replies.get(Math.min(sent, replies.size() - 1));
        sent++;
        return new Exchange(0, request, reply, 1, Instant.EPOCH, Duration.ZERO);
    }

    private static HttpRequest request(Idempotency resend) {
        return new HttpRequest(
                HttpMethod.PUT,
                URI.create("http://127.0.0.1/"),
                Headers.NONE,
                Body.EMPTY,
                RequestPurpose.of("evc-net", "update"),
                resend);
    }
}
