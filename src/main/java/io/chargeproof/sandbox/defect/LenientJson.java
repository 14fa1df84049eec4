package io.chargeproof.sandbox.defect;

import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Octets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parsers that take more than RFC 8259 does. */
final class LenientJson implements Decoding {
    private final JsonMapper mapper;

    private LenientJson(JsonReadFeature... more) {
        this.mapper = JsonMapper.builder().enable(more).build();
    }

    /** Takes a comma after the last member or entry. */
    static Decoding trailingCommas() {
        return new LenientJson(JsonReadFeature.ALLOW_TRAILING_COMMA);
    }

    @Override
    public Decoded decode(Octets body) {
        try {
            JsonNode root = mapper.readTree(body.text());
            return root.isMissingNode() ? new Decoded.Malformed("the body is empty") : new Decoded.Document(root);
        } catch (JacksonException e) {
            return new Decoded.Malformed("the body isn't well-formed JSON");
        }
    }
}
