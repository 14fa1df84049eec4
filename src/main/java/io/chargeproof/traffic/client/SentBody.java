package io.chargeproof.traffic.client;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.traffic.recording.RecordedExchange;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The body of a request in a few words. */
final class SentBody {
    private static final int SHOWN = 60;

    private SentBody() {}

    /** What kind of JSON it is, or why it is none. */
    static String inWords(RecordedExchange recorded) {
        if (recorded.sent() instanceof AnswerJson.Malformed malformed) {
            return malformed.why();
        }
        return recorded.sentJson()
                .map(json ->
                        json.isObject() ? "an object of " + json.size() + " members" : "JSON of type " + type(json))
                .orElse("an unknown body");
    }

    /** The type of a value, as JSON names it. */
    static String type(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** A value, the beginning of a long one. */
    static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : start(value).toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /** As much of a text as can be shown: most values are looked at in vain, and some have a hundred thousand letters. */
    private static JsonNode start(JsonNode value) {
        return value.isString() && value.stringValue().length() > SHOWN
                ? StringNode.valueOf(value.stringValue().substring(0, SHOWN))
                : value;
    }
}
