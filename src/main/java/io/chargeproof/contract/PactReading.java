package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.UnknownPactSource;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes contracts of the text of a pact, of whatever version of the specification. */
final class PactReading {
    private PactReading() {}

    /** What the text of a file promises. */
    static List<Contract> read(String origin, byte[] bytes) {
        String text = text(origin, bytes);
        Pact pact = pact(origin, text);
        List<Contract> contracts = new ArrayList<>();
        for (Interaction interaction : pact.getInteractions()) {
            contracts.add(new Contract(pact, interaction, origin + ":" + line(text, interaction.getDescription())));
        }
        if (contracts.isEmpty()) {
            throw ContractFault.configuration(origin + " has no interactions; a pact has at least one");
        }
        return contracts;
    }

    private static String text(String origin, byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.isBlank()) {
                throw ContractFault.configuration(origin + " is empty; write the consumer's pact there again");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw ContractFault.configuration(origin + " isn't UTF-8, so it is no pact");
        }
    }

    private static Pact pact(String origin, String text) {
        JsonValue.Object json = json(origin, text);
        if (name(json, "consumer") == null || name(json, "provider") == null) {
            throw ContractFault.configuration(
                    origin + " is no pact: it names no consumer or no provider, which each pact does");
        }
        try {
            return DefaultPactReader.INSTANCE.pactFromJson(json, UnknownPactSource.INSTANCE);
        } catch (RuntimeException | LinkageError e) {
            throw ContractFault.configuration(origin + " can't be read as a pact: " + oneLine(e));
        }
    }

    private static JsonValue.Object json(String origin, String text) {
        try {
            if (JsonParser.parseString(text) instanceof JsonValue.Object object) {
                return object;
            }
        } catch (Exception e) { // Kotlin throws checked exceptions undeclared.
            throw ContractFault.configuration(origin + " is damaged, it isn't JSON: " + oneLine(e));
        }
        throw ContractFault.configuration(origin + " is no pact: it isn't a JSON object");
    }

    private static @Nullable String name(JsonValue.Object json, String role) {
        return json.get(role) instanceof JsonValue.Object party
                        && party.get("name").isString()
                ? party.get("name").asString()
                : null;
    }

    /** The line in which an interaction is described, for those who look it up. */
    private static int line(String text, String description) {
        int at = text.indexOf(JsonMapper.shared().writeValueAsString(description));
        return at < 0
                ? 1
                : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    static String oneLine(Throwable fault) {
        String message = fault.getMessage();
        return (message == null ? fault.getClass().getSimpleName() : message)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
