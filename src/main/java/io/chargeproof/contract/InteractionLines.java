package io.chargeproof.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Finds the lines on which a pact describes its interactions, for those who look them up. */
final class InteractionLines {
    private InteractionLines() {}

    /**
     * The line of each interaction's description, or where it begins if it has none, counted from 1.
     *
     * @param text a pact, which is JSON
     * @param member the member with the interactions
     */
    static List<Integer> of(String text, String member) {
        List<Integer> lines = new ArrayList<>();
        try (JsonParser parser = JsonMapper.shared().createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isThis = parser.currentName().equals(member);
                if (parser.nextToken() == JsonToken.START_ARRAY && isThis) {
                    items(parser, lines);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return lines;
    }

    private static void items(JsonParser parser, List<Integer> lines) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            lines.add(line(parser));
        }
    }

    private static int line(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return line;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            if (parser.currentName().equals("description")) {
                line = parser.currentTokenLocation().getLineNr();
            }
            parser.nextToken();
            parser.skipChildren();
        }
        return line;
    }
}
