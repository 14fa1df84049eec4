package io.chargeproof.sandbox.wire;

import tools.jackson.databind.json.JsonMapper;

/** Writes JSON in UTF-8; an answer without a body has no media type either. */
public final class JsonWriting implements Writing {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public Answer write(Draft draft) {
        Answer bare = new Answer(draft.status(), draft.headers(), Bytes.NONE);
        if (draft.body() == null) {
            return bare;
        }
        String text = MAPPER.writeValueAsString(draft.body());
        return bare.withHeader("content-type", "application/json").withBody(Bytes.of(withoutLoneSurrogates(text)));
    }

    private static String withoutLoneSurrogates(String json) {
        if (WellFormedText.isIt(json)) {
            return json;
        }
        StringBuilder escaped = new StringBuilder();
        json.codePoints().forEach(point -> appendEscaped(escaped, point));
        return escaped.toString();
    }

    private static void appendEscaped(StringBuilder to, int point) {
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            to.append("\\u").append(Integer.toHexString(point));
        } else {
            to.appendCodePoint(point);
        }
    }
}
