package io.chargeproof.sandbox.behaviour;

import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parsers that take one thing more than RFC 8259 does. */
public final class ToleratingJson implements Decoding {
    private static final int MOST_BRACES = 4;

    private final JsonMapper mapper;

    private ToleratingJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Takes what Jackson has a feature for. */
    public static Decoding taking(JsonReadFeature more) {
        return new ToleratingJson(JsonMapper.builder().enable(more).build());
    }

    /** Takes anything after the end of the value. */
    public static Decoding whateverFollows() {
        return new ToleratingJson(JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build());
    }

    /** Takes an object whose last braces are missing. */
    public static Decoding closing(Decoding next) {
        return body -> {
            Decoded decoded = next.decode(body);
            String text = body.text();
            for (int braces = 0; braces < MOST_BRACES && decoded instanceof Decoded.Malformed; braces++) {
                text = text + '}';
                decoded = next.decode(Bytes.of(text));
            }
            return decoded;
        };
    }

    @Override
    public Decoded decode(Bytes body) {
        try {
            JsonNode root = mapper.readTree(body.text());
            return root.isMissingNode() ? new Decoded.Malformed("the body is empty") : new Decoded.Document(root);
        } catch (JacksonException e) {
            return new Decoded.Malformed("the body isn't well-formed JSON");
        }
    }
}
