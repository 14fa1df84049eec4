package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Body;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which calls a body bears, whoever reads it: also a target that takes what isn't JSON. Whatever isn't known to be a read
 * counts as something else.
 */
final class ReadingCalls {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A name as it stands before a colon, in whatever quotes. */
    private static final Pattern NAME = Pattern.compile("([^\\s\"'\\\\{}\\[\\],:]+)[\"'\\\\\\s]*+:");

    /** Calls that read, however their names are written, and names that are no call's. */
    private static final Pattern KNOWN = Pattern.compile(
            "user[-_]?get[a-z_-]{1,40}|user-verify|username|password|is-token|language|user|identifier-type|identifier|token|note|remark|deep|large");

    private ReadingCalls() {}

    /** Whether they are reads, all of them; also where there is none. */
    static boolean areReads(Body body) {
        // Whatever the encoding, names of ASCII letters are the same bytes, or aren't known.
        String text = new String(body.bytes(), StandardCharsets.ISO_8859_1);
        try {
            if (STRICT.readTree(body.bytes()) instanceof ObjectNode object) {
                return object.propertyNames().stream().allMatch(ReadingCalls::isKnown);
            }
        } catch (JacksonException notJson) {
            // Judged by the names in it.
        }
        return namesNoOther(text);
    }

    /** An escaped letter could be part of any name. */
    private static boolean namesNoOther(String text) {
        return !text.contains("\\u")
                && text.indexOf(0) < 0
                && !lower(text).contains("post")
                && NAME.matcher(text).results().allMatch(name -> isKnown(name.group(1)));
    }

    private static boolean isKnown(String name) {
        return KNOWN.matcher(lower(name)).matches();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
