package io.chargeproof.report.export;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as it is handed on: indented, the same on every system. */
final class Written {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Written() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String json(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node).replace("\r\n", "\n") + "\n";
    }
}
