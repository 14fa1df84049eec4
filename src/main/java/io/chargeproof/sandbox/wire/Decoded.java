package io.chargeproof.sandbox.wire;

import tools.jackson.databind.JsonNode;

/** What came of parsing a body. */
public sealed interface Decoded {
    /**
     * The body is JSON.
     *
     * @param root its value
     */
    record Document(JsonNode root) implements Decoded {}

    /**
     * The body isn't JSON.
     *
     * @param why the reason, for a person
     */
    record Malformed(String why) implements Decoded {}
}
