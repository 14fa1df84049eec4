package io.chargeproof.report;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** So much of a body as is shown of it: from its start, or around the member that is to blame where that stands further on. */
final class Excerpt {
    /** So much of a body is shown, in characters. */
    static final int LONGEST = 300;

    /** So much of it stands before the member. */
    private static final int BEFORE = 80;

    /** So much of it at least stands behind the member's beginning, which is where its value is. */
    private static final int BEHIND = 50;

    private static final String LEFT_OUT = "…";

    private Excerpt() {}

    /**
     * What is shown of a body.
     *
     * @param pointer the JSON Pointer of the member to blame; empty without one
     */
    static String of(String body, String pointer) {
        if (body.codePointCount(0, body.length()) <= LONGEST) {
            return body;
        }
        int place = pointer.isEmpty() ? 0 : place(body, pointer);
        if (place + BEHIND <= LONGEST) {
            return cut(body, 0);
        }
        // Behind the member there may be less than there is room for.
        int lastStart = body.offsetByCodePoints(body.length(), 1 - LONGEST);
        return LEFT_OUT + cut(body, Math.min(place - BEFORE, lastStart));
    }

    private static String cut(String body, int from) {
        int start = from > 0 && Character.isLowSurrogate(body.charAt(from)) ? from + 1 : from;
        int room = from > 0 ? LONGEST - 1 : LONGEST;
        int left = body.codePointCount(start, body.length());
        return body.substring(start, body.offsetByCodePoints(start, Math.min(room, left)));
    }

    /** Where a member begins, or the nearest around it that is there; 0 where the body is no JSON. */
    private static int place(String body, String pointer) {
        try (JsonParser parser = Json.MAPPER.createParser(body)) {
            int nearest = 0;
            int depth = 0;
            while (parser.nextToken() != null) {
                String path = parser.streamReadContext().pathAsPointer().toString();
                if (path.length() > depth && (pointer.equals(path) || pointer.startsWith(path + "/"))) {
                    depth = path.length();
                    nearest = (int) parser.currentTokenLocation().getCharOffset();
                }
                if (depth == pointer.length()) {
                    return nearest;
                }
            }
            return nearest;
        } catch (JacksonException isNoJson) {
            return 0;
        }
    }
}
