package io.chargeproof.contract;

import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.Json;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of a pact: the same bytes on every machine, whichever version of Pact made it. */
final class PactText {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

    private PactText() {}

    static String of(V4Pact pact) {
        ObjectNode root = (ObjectNode) JsonMapper.shared()
                .readTree(Json.INSTANCE.toJson(pact.toMap(PactSpecVersion.V4)).serialise());
        // Pact adds the version of its own library, which is none of the partner's business.
        ObjectNode metadata = root.putObject("metadata");
        metadata.putObject("pactSpecification").put("version", "4.0");
        return JsonMapper.shared()
                        .writer()
                        .with(new DefaultPrettyPrinter(SEPARATORS)
                                .withObjectIndenter(INDENT)
                                .withArrayIndenter(INDENT))
                        .writeValueAsString(sorted(root))
                + "\n";
    }

    /** Members by name, but for bodies, which people read in the order in which they are documented. */
    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            object.properties()
                    .forEach(each -> members.put(
                            each.getKey(),
                            each.getKey().equals("content") ? each.getValue() : sorted(each.getValue())));
            ObjectNode copy = JsonMapper.shared().createObjectNode();
            members.forEach(copy::set);
            return asTheSchemaHasIt(copy);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonMapper.shared().createArrayNode();
            array.forEach(each -> copy.add(sorted(each)));
            return copy;
        }
        return node;
    }

    /** What Pact's library writes more than the schema of specification 4 knows, and what it leaves out. */
    private static ObjectNode asTheSchemaHasIt(ObjectNode object) {
        if (object.path("type").asString("").equals("ProviderState") && object.has("expression")) {
            object.remove("dataType");
        }
        if (object.has("content") && object.has("encoded")) {
            object.put("contentTypeHint", "TEXT");
        }
        return object;
    }
}
