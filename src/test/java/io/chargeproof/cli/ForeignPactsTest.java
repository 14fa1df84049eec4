package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pacts of others, with whatever is wrong in them, verified as a partner does it. */
class ForeignPactsTest {
    private static final String KEPT = interaction("kept", "'method': 'GET', 'path': '/'", "'status': 200");
    private static final String USER =
            "{\"first_name\": \"Eva\", \"ssn\": \"123-45-6789\", \"tags\": [\"private\"], \"home\": {\"street\": \"Secret 1\"}}";

    @TempDir
    Path folder = Path.of("");

    /** A pact's own fault is no provider's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a rule that isn't Pact's | 'body': {'$.a': {'matchers': [{'match': 'frobnicate'}]}} | its matching rule 'frobnicate' isn't one of Pact's
            another that isn't | 'header': {'A': {'matchers': [{'match': 'Type'}]}} | its matching rule 'Type' isn't one of Pact's
            one without its value | 'body': {'$.a': {'matchers': [{'match': 'regex'}]}} | its matching rule {"match":"regex"} has no 'regex'
            a key that ends too soon | 'body': {'$.a[': {'matchers': [{'match': 'type'}]}} | the key '$.a[' of its matching rules can't be read: ']' is missing
            a key with a filter | 'body': {'$.a[?(@.b)]': {'matchers': [{'match': 'type'}]}} | the key '$.a[?(@.b)]' of its matching rules can't be read: brackets take a number, '*' or a name in quotes
            a key with two dots | 'body': {'$..a': {'matchers': [{'match': 'type'}]}} | the key '$..a' of its matching rules can't be read: a name or '*' is missing at character 3
            a regular expression that isn't one | 'body': {'$.a': {'matchers': [{'match': 'regex', 'regex': '(['}]}} | '([' isn't a regular expression: Unclosed character class
            a status that is no class | 'status': {'$': {'matchers': [{'match': 'statusCode', 'status': 'splendid'}]}} | its rule for the status names 'splendid', which is no class of statuses
            """)
    void are_not_tested_where_a_rule_cannot_be_read(String what, String rules, String reason) throws IOException {
        String response = "'status': 200, 'body': {'contentType': 'application/json', 'content': {'a': 'x'}}";

        Terminal terminal = verified(
                pact(interaction(
                        what, "'method': 'GET', 'path': '/'", response + ", 'matchingRules': {" + rules + "}")),
                LoopbackServer.Reply.json(200, "{\"a\": \"x\"}"));

        assertNotTested(terminal, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'method': 'GET', 'path': '/', 'headers': {'X-A': ['a\\r\\nX-B: b']} | the pact's request can't be sent: its header 'X-A' has a value with a line break or another control character
            'method': 'GET', 'path': '/', 'headers': {'X A': ['a']} | the pact's request can't be sent: its header 'X A' has a name that no header can have
            'method': 'GET', 'path': '/', 'headers': {'': ['a']} | the pact's request can't be sent: its header '' has a name that no header can have
            'method': 'GE T', 'path': '/' | the pact's request can't be sent: its method 'GE T' is none of GET, HEAD, OPTIONS, TRACE, POST, PUT, PATCH, DELETE
            'method': 'PURGE', 'path': '/' | the pact's request can't be sent: its method 'PURGE' is none of GET, HEAD, OPTIONS, TRACE, POST, PUT, PATCH, DELETE
            'method': 'GET', 'path': 'users' | the pact's request can't be sent: its path 'users' doesn't begin with '/', so it could lead to another host
            'method': 'POST', 'path': '/', 'body': {'contentType': 'application/json'} | its body has no 'content', which each body of specification 4 has
            """)
    void are_not_tested_where_the_request_cannot_be_sent(String request, String reason) throws IOException {
        assertNotTested(
                verified(pact(interaction("odd", request, "'status': 200")), LoopbackServer.Reply.json(200, "{}")),
                reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'body': {'contentType': 'application/json'} | its body has no 'content', which each body of specification 4 has
            'body': {'encoded': false} | its body has no 'content', which each body of specification 4 has
            'body': {'content': '%%', 'encoded': 'base64'} | its body is said to be Base64, and isn't
            'body': {'content': 'x', 'encoded': 'rot13'} | its body is encoded as 'rot13', which Pact doesn't know
            'body': {'content': 'x', 'contentType': 'application/json', 'encoded': 'JSON'} | its body is said to be JSON, and isn't
            'status': 'fine' | its status "fine" is no number
            """)
    void are_not_tested_where_the_answer_cannot_be_read(String response, String reason) throws IOException {
        assertNotTested(
                verified(
                        pact(interaction("odd", "'method': 'GET', 'path': '/'", response)),
                        LoopbackServer.Reply.json(200, "{\"a\": 1}")),
                reason);
    }

    @Test
    void are_not_tested_where_they_need_a_plugin() throws IOException {
        String pact = pact(KEPT).replace("'metadata': {", "'metadata': {'plugins': [{'name': 'protobuf'}], ");

        assertNotTested(
                verified(pact, LoopbackServer.Reply.json(200, "{}")),
                "the pact needs the plugin 'protobuf', and Chargeproof carries out no plugins of Pact");
    }

    /** What is wrong with the fifth of six loses nothing of the others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'request': {'method': 'GET', 'path': '/', 'headers': {'X-A': ['a\\r\\nb']}}, 'response': {'status': 200}",
                "'request': {'method': 'GET', 'path': '/'}, 'response': {'status': 200, 'matchingRules': 7}",
                "'request': {'method': 'GET', 'path': '/'}, 'response': []",
                "'request': {'method': 'GET', 'path': '/'}, 'response': {'headers': {'A': ['a']}, 'matchingRules':"
                        + " {'header': {'A': {'matchers': [{'match': 'regex', 'regex': '^((a+)*)*\\\\1$'}]}}}}"
            })
    void are_judged_each_by_itself(String fifth) throws IOException {
        String five = "{'type': 'Synchronous/HTTP', 'description': 'the fifth', " + fifth + "}";
        String header = "a".repeat(41) + "!";

        Terminal terminal = verified(
                pact(KEPT, KEPT, KEPT, KEPT, five, KEPT),
                new LoopbackServer.Reply(200, "text/plain", "", java.util.Map.of("A", header)));

        assertThat(terminal.out().lines().filter(line -> line.contains("  verified  ")))
                .hasSize(5);
        assertThat(terminal.out()).contains("not tested    foreign: the fifth");
        assertThat(terminal.code()).isEqualTo(3);
    }

    @Test
    void are_broken_by_the_provider_alone() throws IOException {
        String broken = interaction("broken", "'method': 'GET', 'path': '/'", "'status': 404");
        String unreadable = interaction("unreadable", "'method': 'GET', 'path': '/'", "'status': 'x'");

        Terminal terminal = verified(pact(broken, unreadable, KEPT), LoopbackServer.Reply.json(200, "{}"));

        assertThat(terminal.code()).isOne();
        assertThat(terminal.out())
                .contains("non-conforming: 3 of 3 interactions in scope, 2 decided")
                .contains("BROKEN        foreign: broken")
                .contains("not tested    foreign: unreadable");
    }

    /** A byte order mark is passed over, and what is broken behind it is broken; but Pact's core refuses such a pact. */
    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\uFEFF\r\n\r\n"})
    void are_read_behind_a_byte_order_mark_and_not_green(String before) throws IOException {
        Terminal kept = verified(before + pact(KEPT), LoopbackServer.Reply.json(200, "{}"));
        Terminal broken = verified(before + pact(KEPT), LoopbackServer.Reply.json(404, "{}"));

        assertThat(kept.out())
                .contains("   1  not tested    foreign: kept\n                    the provider keeps it, but ")
                .contains("begins with a byte order mark, for which Pact's core refuses it; save it without\n")
                .doesNotContain("\uFEFF");
        assertThat(kept.code()).isEqualTo(3);
        assertThat(broken.out()).contains("   1  BROKEN        foreign: kept\n");
        assertThat(broken.code()).isOne();
    }

    @Test
    void are_read_behind_blanks() throws IOException {
        assertThat(verified("\n \t" + pact(KEPT), LoopbackServer.Reply.json(200, "{}"))
                        .code())
                .isZero();
    }

    @Test
    void are_refused_in_another_encoding() throws IOException {
        Path file = folder.resolve("utf-16.json");
        Files.write(file, json(pact(KEPT)).getBytes(Charset.forName("UTF-16")));

        Terminal terminal = Terminal.run(
                "pact",
                "verify",
                "--provider",
                "other-api",
                "--pacts",
                file.toString(),
                "--base-url",
                "http://127.0.0.1:1");

        assertThat(terminal.err()).isEqualTo("chargeproof: " + file + " isn't UTF-8, so it is no pact\n");
        assertThat(terminal.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, /a, OPTIONS, /a",
        "HEAD, /a, HEAD, /a",
        "TRACE, /a, TRACE, /a",
        "patch, /a, PATCH, /a",
        "GET, /a b/ü, GET, /a%20b/%C3%BC",
        "GET, /a%20b/%C3%BC, GET, /a%20b/%C3%BC",
        "GET, /100%/[x]|^, GET, /100%25/%5Bx%5D%7C%5E"
    })
    void are_sent_by_any_method_to_any_path(String method, String path, String sent, String at) throws IOException {
        try (LoopbackServer server =
                LoopbackServer.answering(request -> new LoopbackServer.Reply(200, "text/plain", ""))) {
            String request = "'method': '" + method + "', 'path': '" + path + "'";
            Terminal terminal = verified(pact(interaction("odd", request, "'status': 200")), server);

            assertThat(server.received())
                    .extracting(LoopbackServer.Request::method, LoopbackServer.Request::path)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(sent, at));
            assertThat(terminal.code()).isZero();
        }
    }

    /** Of what a provider answers, nothing is shown but what differs. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'first-name': 'Jan'} | $.first-name: it is to be "Jan", and it is missing
            {'home': 'somewhere'} | $.home: it is to be "somewhere", and it is an object of 1 member
            {'first_name': {'a': 1}} | $.first_name: it is to be an object, and it is "Eva"
            {'tags': ['private', 'public']} | $.tags: it is to be a list of 2 items, and it is a list of 1 item
            {'home': {'town': 'Utrecht'}} | $.home.town: it is to be "Utrecht", and it is missing
            """)
    void show_nothing_beside_what_differs(String body, String found) throws IOException {
        String response = "'status': 200, 'body': {'contentType': 'application/json', 'content': " + body + "}";

        Terminal terminal = verified(
                pact(interaction("a user", "'method': 'GET', 'path': '/'", response)),
                LoopbackServer.Reply.json(200, USER));

        assertThat(terminal.out()).contains(found);
        assertThat(terminal.out() + written()).doesNotContain("123-45-6789", "Secret 1", "private");
        assertThat(terminal.code()).isOne();
    }

    @Test
    void show_nothing_of_a_text_or_a_broken_json() throws IOException {
        String text = "'status': 200, 'body': {'contentType': 'text/plain', 'content': 'hello'}";
        String json = "'status': 200, 'body': {'contentType': 'application/json', 'content': {'a': 1}}";

        Terminal plain = verified(
                pact(interaction("a text", "'method': 'GET', 'path': '/'", text)),
                new LoopbackServer.Reply(200, "text/plain", "Eva 123-45-6789"));
        Terminal broken = verified(
                pact(interaction("a user", "'method': 'GET', 'path': '/'", json)),
                LoopbackServer.Reply.json(200, "{\"ssn\": \"123-45-6789\""));

        assertThat(plain.out()).contains("body: it is to be the text of the pact, and it is another");
        assertThat(broken.out()).contains("body: it is to be JSON, and it is not JSON");
        assertThat(plain.out() + broken.out() + written()).doesNotContain("123-45-6789");
    }

    @Test
    void have_their_findings_in_every_output() throws IOException {
        String response =
                "'status': 200, 'body': {'contentType': 'application/json', 'content': {'first-name': 'Jan'}}";
        String unreadable = interaction("unreadable", "'method': 'GET', 'path': '/'", "'status': 'x'");
        String found = "the interaction 'a user' of foreign: $.first-name: it is to be \"Jan\", and it is missing";
        String reason = "its status \"x\" is no number";

        Terminal terminal = verified(
                pact(interaction("a user", "'method': 'GET', 'path': '/u'", response), unreadable, KEPT),
                LoopbackServer.Reply.json(200, USER));

        JsonNode conformance = JsonMapper.shared().readTree(written("conformance.json"));
        assertThat(conformance.path("counts").path("violation").asInt()).isOne();
        assertThat(conformance.path("counts").path("not-tested").asInt()).isOne();
        assertThat(conformance.path("counts").path("conforms").asInt()).isOne();
        assertThat(conformance.path("findings").path(0).path("message").asString())
                .isEqualTo(found);
        assertThat(conformance.path("findings").path(1).path("message").asString())
                .endsWith(reason);
        assertThat(written("summary.md")).contains(found, reason, "1 conforms, 1 violation, 1 not tested");
        assertThat(written("ctrf.json")).contains(found.replace("\"", "\\\""), reason.replace("\"", "\\\""));
        assertThat(written("junit.xml")).contains(found.replace("\"", "&quot;"), reason.replace("\"", "&quot;"));
        assertThat(terminal.out()).contains("$.first-name: it is to be \"Jan\", and it is missing", reason);
        assertThat(Stream.of(terminal.out(), written("summary.md"), written("junit.xml"), written("ctrf.json")))
                .allMatch(each -> each.contains("curl -sS -i -X GET"));
    }

    /** Interactions that are described alike have names and places of their own. */
    @Test
    void are_told_apart_where_they_are_described_alike() throws IOException {
        Terminal terminal = verified(pact(KEPT, KEPT, KEPT), LoopbackServer.Reply.json(200, "{}"));

        assertThat(terminal.out()).contains("foreign: kept\n", "foreign: kept (2)\n", "foreign: kept (3)\n");
        JsonNode scenarios =
                JsonMapper.shared().readTree(written("conformance.json")).path("scenarios");
        assertThat(scenarios.size()).isEqualTo(3);
        assertThat(Stream.of(0, 1, 2)
                        .map(i -> scenarios.path(i).path("location").asString()))
                .extracting(place -> place.substring(place.lastIndexOf(':') + 1))
                .containsExactly("4", "5", "6");
    }

    @Test
    void that_are_messages_are_not_counted_as_kept() throws IOException {
        String message = "{'type': 'Asynchronous/Messages', 'description': 'told', 'contents': {'content': 'x'}}";

        assertNotTested(
                verified(pact(KEPT, message), LoopbackServer.Reply.json(200, "{}")),
                "it is a message; only HTTP can be verified");
    }

    private static String interaction(String description, String request, String response) {
        return "{'type': 'Synchronous/HTTP', 'description': \"%s\", 'request': {%s}, 'response': {%s}}"
                .formatted(description, request, response);
    }

    /** With an interaction on each line from the fourth. */
    private static String pact(String... interactions) {
        return "{'consumer': {'name': 'foreign'},\n'provider': {'name': 'other-api'},\n'interactions': [\n"
                + String.join(",\n", interactions)
                + "],\n'metadata': {'pactSpecification': {'version': '4.0'}}}";
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            json.append(c == '\'' && !quoted ? '"' : c);
        }
        return json.toString();
    }

    private Terminal verified(String pact, LoopbackServer.Reply answer) throws IOException {
        Function<LoopbackServer.Request, LoopbackServer.Reply> always = request -> answer;
        try (LoopbackServer server = LoopbackServer.answering(always)) {
            return verified(pact, server);
        }
    }

    private Terminal verified(String pact, LoopbackServer server) throws IOException {
        Path file = Files.writeString(folder.resolve("pact.json"), json(pact), UTF_8);
        return Terminal.run(
                "pact",
                "verify",
                "--skip-html",
                "--provider",
                "other-api",
                "--pacts",
                file.toString(),
                "--base-url",
                server.address().toString(),
                "--reports",
                reports().toString());
    }

    private static void assertNotTested(Terminal terminal, String reason) {
        assertThat(terminal.out()).contains(reason).contains("incomplete: ").doesNotContain("BROKEN");
        assertThat(terminal.code()).isEqualTo(3);
    }

    private Path reports() {
        return folder.resolve("reports");
    }

    private String written(String name) throws IOException {
        return Files.readString(reports().resolve("latest").resolve(name));
    }

    /** Everything that was written, of every run. */
    private String written() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(reports())) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                texts.add(Files.readString(file));
            }
        }
        assertThat(texts).isNotEmpty();
        return String.join("\n", texts);
    }
}
