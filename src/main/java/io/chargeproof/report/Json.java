package io.chargeproof.report;

import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the reports write it: indented for files that people open, one line for logs; the same on every system. */
public final class Json {
    public static final JsonMapper MAPPER = new JsonMapper();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
    private static final ObjectWriter PRETTY = MAPPER.writer()
            .with(new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(INDENTER)
                    .withArrayIndenter(INDENTER));

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String pretty(JsonNode node) {
        return PRETTY.writeValueAsString(node) + "\n";
    }

    static String line(JsonNode node) {
        return MAPPER.writeValueAsString(node) + "\n";
    }

    static void strings(ArrayNode into, List<String> values) {
        values.forEach(into::add);
    }
}
