package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes contracts of the text of a pact, of whatever version of the specification; each interaction by itself. */
final class PactReading {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String origin;
    private final String text;
    private final @Nullable BrokeredPact brokered;
    private final @Nullable String flaw;
    private final Map<String, Integer> described = new HashMap<>();

    private PactReading(String origin, String text, @Nullable BrokeredPact brokered) {
        this.origin = origin;
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        this.brokered = brokered;
        this.flaw = text.startsWith(BYTE_ORDER_MARK)
                ? origin + " begins with a byte order mark, for which Pact's core refuses it; save it without"
                : null;
    }

    /** What the text of a file promises. */
    static List<Contract> read(String origin, byte[] bytes) {
        return read(origin, bytes, null);
    }

    /**
     * What the text of a pact promises.
     *
     * @param pact which of a broker's pacts it is, or null
     */
    static List<Contract> read(String origin, byte[] bytes, @Nullable BrokeredPact pact) {
        return new PactReading(origin, text(origin, bytes), pact).contracts();
    }

    private static String text(String origin, byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.replace(BYTE_ORDER_MARK, "").isBlank()) {
                throw ContractFault.configuration(origin + " is empty; write the consumer's pact there again");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw ContractFault.configuration(origin + " isn't UTF-8, so it is no pact");
        }
    }

    private List<Contract> contracts() {
        ObjectNode pact = json();
        if (name(pact, "consumer").isEmpty() || name(pact, "provider").isEmpty()) {
            throw ContractFault.configuration(
                    origin + " is no pact: it names no consumer or no provider, which each pact does");
        }
        String member = pact.has("interactions") ? "interactions" : "messages";
        List<Integer> lines = InteractionLines.of(text, member);
        List<Contract> contracts = new ArrayList<>();
        for (JsonNode interaction : pact.path(member)) {
            contracts.add(contract(pact, interaction, contracts.size(), lines));
        }
        if (contracts.isEmpty()) {
            throw ContractFault.configuration(origin + " has no interactions; a pact has at least one");
        }
        return contracts;
    }

    private ObjectNode json() {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw ContractFault.configuration(origin + " is damaged, it isn't JSON: " + e.getOriginalMessage()
                    + (e.getLocation() == null
                            ? ""
                            : ", in line " + e.getLocation().getLineNr()));
        }
        throw ContractFault.configuration(origin + " is no pact: it isn't a JSON object");
    }

    private Contract contract(ObjectNode pact, JsonNode interaction, int index, List<Integer> lines) {
        InteractionReading reading = InteractionReading.of(pact, interaction);
        return new Contract(
                name(pact, "consumer"),
                name(pact, "provider"),
                unique(description(interaction, index)),
                new InteractionSource(
                        place(index, lines), brokered, interaction.path("_id").asString(""), flaw),
                reading.read(),
                reading.fault());
    }

    /** The interaction's line; in a pact that is one line, as a broker's is, with the interaction's number before it. */
    private String place(int index, List<Integer> lines) {
        int line = index < lines.size() ? lines.get(index) : 1;
        boolean isAlone = lines.stream().filter(each -> each == line).count() < 2;
        return origin + (isAlone ? "" : "#" + (index + 1)) + ":" + line;
    }

    private static String description(JsonNode interaction, int index) {
        String description = interaction.path("description").asString("");
        return description.isEmpty() ? "interaction " + (index + 1) : description;
    }

    /** A second of the same description is told from the first by its number. */
    private String unique(String description) {
        int times = described.merge(description, 1, Integer::sum);
        return times == 1 ? description : description + " (" + times + ")";
    }

    private static String name(JsonNode pact, String role) {
        return pact.path(role).path("name").asString("");
    }

    static String oneLine(Throwable fault) {
        String message = fault.getMessage();
        return (message == null ? fault.getClass().getSimpleName() : message)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
