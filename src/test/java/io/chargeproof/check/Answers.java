package io.chargeproof.check;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import java.util.List;

/** Answers, put together in a few words. */
public final class Answers {
    private Answers() {}

    /** An answer of this JSON text. */
    public static HttpAnswer json(int status, String body) {
        return typed(status, "application/json", body);
    }

    /** An answer of this text under a media type. */
    public static HttpAnswer typed(int status, String type, String body) {
        return new HttpAnswer(status, headers("Content-Type", type), Body.of(body), false);
    }

    /** An answer of these bytes that claim to be JSON. */
    public static HttpAnswer bytes(byte[] body) {
        return new HttpAnswer(200, headers("Content-Type", "application/json"), Body.of(body), false);
    }

    /** An answer without a body. */
    public static HttpAnswer empty(int status) {
        return new HttpAnswer(status, Headers.NONE, Body.EMPTY, false);
    }

    /** An answer with one more header field. */
    public static HttpAnswer with(HttpAnswer answer, String name, String value) {
        return new HttpAnswer(answer.status(), answer.headers().with(name, value), answer.body(), answer.cut());
    }

    private static Headers headers(String name, String value) {
        return new Headers(List.of(new Headers.Field(name, value)));
    }
}
