package io.chargeproof.exchange;

/**
 * An answer that arrived whole, or as much of it as the limit lets through.
 *
 * @param status the HTTP status
 * @param headers the header fields, {@code Content-Encoding} as it came
 * @param body the body with its content coding undone
 * @param cut whether the body was longer than the limit (1 MiB) and the rest was left unread
 */
public record HttpAnswer(int status, Headers headers, Body body, boolean cut) implements Reply {}
