package io.chargeproof.contract;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.UnknownPactSource;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import io.chargeproof.contract.matching.Promise;
import io.chargeproof.contract.matching.PromisedRequest;
import io.chargeproof.contract.matching.UnreadablePact;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be made of one interaction of a pact.
 *
 * @param read what was read, or null
 * @param fault why it can't be verified, or null
 */
record InteractionReading(
        Contract.@Nullable Read read, @Nullable String fault) {
    private static final int DESCRIBED_BODIES = 4;
    private static final String HTTP = "Synchronous/HTTP";
    private static final Set<String> MESSAGES = Set.of("Asynchronous/Messages", "Synchronous/Messages");
    private static final Set<String> HINTS = Set.of("BINARY", "TEXT", "DEFAULT");

    /** Reads an interaction of a pact. */
    static InteractionReading of(ObjectNode pact, JsonNode interaction) {
        try {
            demandReadable(pact, interaction);
            int version = version(pact);
            PromisedRequest request = PromisedRequest.read(interaction.path("request"), version);
            Promise promise = Promise.read(interaction.path("response"), version);
            return new InteractionReading(
                    new Contract.Read(interaction(pact, interaction, promise), request, promise), null);
        } catch (UnreadablePact fault) {
            return new InteractionReading(null, fault.getMessage());
        }
    }

    private static void demandReadable(ObjectNode pact, JsonNode interaction) {
        if (!interaction.isObject()) {
            throw new UnreadablePact("it isn't a JSON object");
        }
        if (!pact.has("interactions")) {
            throw new UnreadablePact("it is a message; only HTTP can be verified");
        }
        if (version(pact) >= DESCRIBED_BODIES) {
            demandHttp(interaction);
        }
        JsonNode plugins = pact.path("metadata").path("plugins");
        if (!plugins.isEmpty() || interaction.has("pluginConfiguration")) {
            throw new UnreadablePact("the pact needs "
                    + (plugins.isEmpty()
                            ? "a plugin"
                            : "the plugin '" + plugins.path(0).path("name").asString("") + "'")
                    + ", and Chargeproof carries out no plugins of Pact");
        }
    }

    private static void demandHttp(JsonNode interaction) {
        String type = interaction.path("type").asString("");
        if (MESSAGES.contains(type)) {
            throw new UnreadablePact("it is a message; only HTTP can be verified");
        }
        if (!type.equals(HTTP)) {
            throw new UnreadablePact(
                    type.isEmpty()
                            ? "it has no type, which each interaction of specification 4 has"
                            : "its type '" + type + "' isn't one of Pact's");
        }
    }

    /** The major version of the specification; 3 where the pact doesn't say. */
    private static int version(JsonNode pact) {
        JsonNode metadata = pact.path("metadata");
        for (JsonNode said : List.of(
                metadata.path("pactSpecificationVersion"),
                metadata.path("pactSpecification").path("version"),
                metadata.path("pact-specification").path("version"))) {
            String major = said.asString("").replaceAll("\\..*", "");
            if (major.matches("[1-9]")) {
                return Integer.parseInt(major);
            }
        }
        return 3;
    }

    /** What Pact JVM makes of it: request, states, and what an answer is compared with that needs it. */
    private static Interaction interaction(ObjectNode pact, JsonNode interaction, Promise promise) {
        ObjectNode alone = pact.deepCopy();
        alone.remove("interactions");
        ObjectNode only = (ObjectNode) interaction.deepCopy();
        alone.putArray("interactions").add(only);
        withoutUnknownHint(only.path("request").path("body"));
        withoutUnknownHint(only.path("response").path("body"));
        if (!promise.needsOthers() && only.path("response") instanceof ObjectNode response) {
            response.remove("matchingRules");
        }
        try {
            return library(alone);
        } catch (Exception | LinkageError e) { // Kotlin throws checked exceptions undeclared.
            throw new UnreadablePact("it can't be read: " + PactReading.oneLine(e));
        }
    }

    private static void withoutUnknownHint(JsonNode body) {
        if (body instanceof ObjectNode described
                && !HINTS.contains(described.path("contentTypeHint").asString(""))) {
            described.remove("contentTypeHint");
        }
    }

    private static Interaction library(ObjectNode pact) {
        if (!(JsonParser.parseString(pact.toString()) instanceof JsonValue.Object json)) {
            throw new UnreadablePact("it isn't a JSON object");
        }
        return DefaultPactReader.INSTANCE.pactFromJson(json, UnknownPactSource.INSTANCE).getInteractions().stream()
                .findFirst()
                .orElseThrow(() -> new UnreadablePact("its type isn't one of Pact's"));
    }
}
