package io.chargeproof.traffic.recording;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads HAR 1.2 entry by entry. Of entries that aren't of the APIs nothing but the request is kept, and that only until it is
 * known. Where the file ends early, all entries before count.
 */
final class HarReader {
    /** The longest text of an entry that can be read: 32 MiB. */
    private static final int LONGEST_TEXT = 32 << 20;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .maxDocumentLength(-1)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> MEMBERS = Set.of("response", "startedDateTime", "time");

    private final String name;
    private final ApiAddresses addresses;
    private final Set<Part> leftOut;
    private final List<String> remarks = new ArrayList<>();
    private boolean leavesSecretsOut;

    /**
     * A reader of HAR.
     *
     * @param leftOut what the whole recording leaves out where an entry doesn't have it
     */
    HarReader(String name, ApiAddresses addresses, Set<Part> leftOut) {
        this.name = name;
        this.addresses = addresses;
        this.leftOut = Set.copyOf(leftOut);
    }

    RecordingEnd read(InputStream in, Consumer<RecordedExchange> next) {
        EntrySink sink = new EntrySink(addresses, leftOut, next);
        try (JsonParser parser = MAPPER.createParser(in)) {
            parser.nextToken();
            members(parser, member -> {
                if (member.equals("log")) {
                    log(parser, sink);
                } else {
                    parser.skipChildren();
                }
            });
        } catch (JacksonException cut) {
            boolean ends = cut instanceof UnexpectedEndOfInputException;
            remarks.add(name + (ends ? " ends early, in entry " : " isn't JSON any more, in entry ") + sink.number()
                    + "; what was whole before it is judged");
        }
        return sink.end(name, remarks);
    }

    /** Does something with a member's value, at whose first token the parser stands. */
    private interface Member {
        void read(String name);
    }

    /** Goes through the members of an object, at whose beginning the parser stands; of anything else there are none. */
    private static void members(JsonParser parser, Member member) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.read(name);
        }
    }

    private void log(JsonParser parser, EntrySink sink) {
        members(parser, member -> {
            if (member.equals("entries") && parser.currentToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    sink.begin();
                    entry(parser, sink);
                }
            } else if (member.equals("creator")) {
                leavesSecretsOut = isBrowser(MAPPER.readTree(parser));
            } else {
                parser.skipChildren();
            }
        });
    }

    /** Chromium and WebKit leave {@code Authorization} out of what they save unless they are told otherwise. */
    private static boolean isBrowser(JsonNode creator) {
        String tool = creator.path("name").asString("");
        return tool.contains("WebInspector") || tool.contains("WebKit");
    }

    private void entry(JsonParser parser, EntrySink sink) {
        ObjectNode rest = MAPPER.createObjectNode();
        List<EntrySink.Wanted> wanted = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        members(parser, member -> {
            boolean passedOver = seen.contains("request") && wanted.isEmpty();
            seen.add(member);
            if (member.equals("request")) {
                request(MAPPER.readTree(parser), sink).ifPresent(wanted::add);
            } else if (MEMBERS.contains(member) && !passedOver) {
                rest.set(member, MAPPER.readTree(parser));
            } else {
                parser.skipChildren();
            }
        });
        if (!wanted.isEmpty()) {
            sink.add(name + ", entry " + sink.number(), wanted.get(0), came(rest));
        }
    }

    private Optional<EntrySink.Wanted> request(JsonNode request, EntrySink sink) {
        RecordedMessage message = HarMessage.sent(request);
        return sink.wanted(message)
                .map(wanted -> leavesSecretsOut
                                && message.headers().first("Authorization").isEmpty()
                        ? new EntrySink.Wanted(
                                wanted.request(), wanted.found(), HarMessage.with(Part.AUTHORIZATION, wanted.missing()))
                        : wanted);
    }

    /** What came of the request of an entry. */
    static EntrySink.Came came(JsonNode entry) {
        HarMessage.Answer answer = HarMessage.answer(entry.path("response"));
        return new EntrySink.Came(
                answer.reply(),
                RecordedTime.moment(entry.path("startedDateTime")),
                RecordedTime.milliseconds(entry.path("time")),
                answer.missing());
    }
}
