package io.chargeproof.sandbox.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes what RFC 8259 takes, in UTF-8 without a byte-order mark, each name once, and nothing else. */
public final class StrictJson implements Decoding {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public Decoded decode(Bytes body) {
        try {
            return parsed(text(body));
        } catch (CharacterCodingException e) {
            return new Decoded.Malformed("the body isn't UTF-8");
        } catch (JacksonException e) {
            return new Decoded.Malformed("the body isn't well-formed JSON");
        }
    }

    private static String text(Bytes body) throws CharacterCodingException {
        // Jackson would guess the encoding of bytes, and let UTF-16 pass.
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body.bytes()))
                .toString();
    }

    private static Decoded parsed(String text) {
        if (text.startsWith("\uFEFF")) {
            return new Decoded.Malformed("the body starts with a byte-order mark");
        }
        JsonNode root = MAPPER.readTree(text);
        return root.isMissingNode() ? new Decoded.Malformed("the body is empty") : new Decoded.Document(root);
    }
}
