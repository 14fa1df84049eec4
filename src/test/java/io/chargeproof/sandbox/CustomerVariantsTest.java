package io.chargeproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class CustomerVariantsTest {
    private static final String CUSTOMERS = "/api/rest/customer";
    private static final Sandbox CORRECT = Sandbox.start(SandboxOptions.correct());

    @AfterAll
    static void stop() {
        CORRECT.close();
    }

    static List<String> variants() {
        return SandboxCatalogue.variants().stream()
                .map(Variant::id)
                .filter(id -> id.startsWith("evc-"))
                .toList();
    }

    static Stream<List<String>> combinations() {
        return Stream.concat(variants().stream().map(List::of), Stream.of(variants()));
    }

    /** What every customer of the API may rely on, in the order of a short life. */
    @ParameterizedTest
    @MethodSource("combinations")
    void conforms_with_each_and_with_all(List<String> variants) {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), variants))) {
            Patient client = new Patient(sandbox);
            String id = client.created(Bodies.customer().put("object_id", "first"));
            String other = client.created(Bodies.customer()
                    .put("object_id", "second")
                    .put("email", "b@example.com")
                    .put("last_name", "Żółć"));

            assertThat(id).isNotEqualTo(other);
            for (int time = 0; time < 60; time++) {
                assertThat(client.put(id, "{\"city\":\"Delft\"}").status()).isEqualTo(200);
            }
            assertThat(client.put(
                                    id,
                                    Bodies.cards("NL-CP000001-A1", "NL-CP000002-A1")
                                            .toString())
                            .status())
                    .isEqualTo(200);
            assertThat(client.put(other, Bodies.cards("NL-CP000003-A1").toString())
                            .status())
                    .isEqualTo(200);
            refusesWhatItMust(client, id);
        }
    }

    private static void refusesWhatItMust(Patient client, String id) {
        String strange = id.replaceFirst("(.*)[0-9a-f]", "$1") + "77";
        for (String[] request : new String[][] {
            {"POST", CUSTOMERS, "{"},
            {"POST", CUSTOMERS, "[]"},
            {"POST", CUSTOMERS, ""},
            {"POST", CUSTOMERS, fresh().put("email", "nobody").toString()},
            {"POST", CUSTOMERS, fresh().put("country_code", "NLD").toString()},
            {"POST", CUSTOMERS, fresh().put("send_email", "maybe").toString()},
            {"POST", CUSTOMERS, fresh().put("time_zone", "Mars/Olympus").toString()},
            {"POST", CUSTOMERS, fresh().put("gender", "Q7").toString()},
            {"PUT", CUSTOMERS + "/" + strange, "{\"city\":\"Delft\"}"},
            {"PUT", CUSTOMERS + "/abc", "{\"city\":\"Delft\"}"},
            {"PUT", CUSTOMERS + "/0", "{\"city\":\"Delft\"}"},
            {"PUT", CUSTOMERS + "/" + id, "{\"city\":\"Delft\",}"},
            {"PUT", CUSTOMERS + "/" + id, "{\"card_list\":[{}]}"},
            {"PUT", CUSTOMERS + "/" + id, "{\"card_list\":{}}"},
            {"PUT", CUSTOMERS + "/" + id, Bodies.cards("NL-NONE-A1").toString()},
        }) {
            Patient.Reply reply = client.send(request[0], request[1], Client.TOKEN, request[2]);
            assertThat(reply.status()).as(request[1] + " " + request[2]).isEqualTo(400);
            assertThat(reply.type()).containsPattern("^application/(.*\\+)?json");
            assertThat(reply.json().path("data").toString()).hasSizeGreaterThan(4);
            assertThat(client.send(request[0], request[1], "Token wrong", request[2])
                            .status())
                    .isEqualTo(403);
        }
        assertThat(client.send("PATCH", CUSTOMERS + "/" + id, Client.TOKEN, "{\"city\":\"Delft\"}")
                        .status())
                .isGreaterThanOrEqualTo(400);
    }

    private static ObjectNode fresh() {
        return Bodies.customer()
                .put("object_id", "third")
                .put("email", "c@example.com")
                .put("last_name", "山田");
    }

    @Test
    void takes_a_request_id_once() {
        try (Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, List.of(), List.of("evc-request-ids-are-used-once")))) {
            assertThat(created(sandbox, "X-Request-ID", "7")).isEqualTo(200);
            assertThat(created(sandbox, "X-Request-ID", "7")).isEqualTo(400);
            assertThat(created(sandbox, "X-Request-ID", "8")).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"evc-charset-415, 415", ", 200"})
    void may_mind_a_charset(@Nullable String variant, int status) {
        List<String> variants = variant == null ? List.of() : List.of(variant);
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), variants))) {
            assertThat(created(sandbox, "content-type", "application/json; charset=utf-8"))
                    .isEqualTo(status);
        }
    }

    private static int created(Sandbox sandbox, String name, String value) {
        return Client.sent(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + CUSTOMERS))
                        .header("Authorization", Client.TOKEN)
                        .header("content-type", "application/json")
                        .setHeader(name, value)
                        .POST(BodyPublishers.ofString(Bodies.customer().toString()))
                        .build())
                .status();
    }

    static List<Deviation> liberties() {
        return Deviation.all("/sandbox/evc-net-liberties.txt");
    }

    @ParameterizedTest
    @MethodSource("liberties")
    void shows_in_the_answer_to_a_request(Deviation liberty) {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), List.of(liberty.variation())))) {
            assertThat(liberty.shows(new Client(sandbox))).isTrue();
            assertThat(liberty.shows(new Client(CORRECT))).isFalse();
        }
    }
}
