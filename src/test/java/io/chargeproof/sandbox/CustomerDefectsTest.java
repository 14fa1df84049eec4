package io.chargeproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerDefectsTest {
    /** Those that need more than one line to be shown. */
    private static final Set<String> SHOWN_BELOW = Set.of(
            "evc-card-of-another-409",
            "evc-request-id-of-letters-500",
            "evc-other-version-500",
            "evc-untyped-body-500",
            "evc-large-request-id-refused",
            "evc-largest-request-id-refused-on-put",
            "evc-long-request-id-refused-on-put",
            "evc-odd-request-id-refused-on-post",
            "evc-request-id-overflows",
            "evc-request-ids-must-grow",
            "evc-version-unknown-on-put",
            "evc-version-unknown-on-post",
            "evc-version-read-as-a-decimal",
            "evc-merge-patch-updates",
            "evc-every-fourth-id-not-shown",
            "evc-every-third-customer-not-kept",
            "evc-letters-behind-id-ignored");

    private static final Sandbox CORRECT = Sandbox.start(SandboxOptions.correct());

    @AfterAll
    static void stop() {
        CORRECT.close();
    }

    static List<Deviation> deviations() {
        return Deviation.all("/sandbox/evc-net-deviations.txt");
    }

    @ParameterizedTest
    @MethodSource("deviations")
    void shows_in_the_answer_to_a_request(Deviation deviation) {
        try (Sandbox sandbox = defective(deviation.variation())) {
            assertThat(deviation.shows(new Client(sandbox))).isTrue();
            assertThat(deviation.shows(new Client(CORRECT))).isFalse();
        }
    }

    @Test
    void shows_every_defect() {
        Set<String> shown = Stream.of(
                        deviations().stream().map(Deviation::variation),
                        SHOWN_BELOW.stream(),
                        TrafficDefectsTest.ofCustomers().stream())
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());

        assertThat(SandboxCatalogue.defects().stream().map(Defect::id).filter(id -> id.startsWith("evc-")))
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "evc-request-id-of-letters-500,       POST, X-Request-ID,  abc,        500",
        "evc-other-version-500,               POST, x-api-version, 2.0.0,      500",
        "evc-large-request-id-refused,        POST, X-Request-ID,  1073741824, 400",
        "evc-long-request-id-refused-on-put,  PUT,  X-Request-ID,  100000000,  400",
        "evc-odd-request-id-refused-on-post,  POST, X-Request-ID,  12345,      400",
        "evc-largest-request-id-refused-on-put, PUT, X-Request-ID, 2147483647,  400",
        "evc-request-id-overflows,            POST, X-Request-ID,  16777216,   500",
        "evc-version-unknown-on-put,          PUT,  x-api-version, 1.1.1,      400",
        "evc-version-unknown-on-post,         POST, x-api-version, 1.1.1,      400",
        "evc-version-read-as-a-decimal,       PUT,  x-api-version, 1.1.1,      500",
    })
    void shows_in_the_answer_to_a_header_field(String defect, String method, String name, String value, int status) {
        try (Sandbox sandbox = defective(defect)) {
            assertThat(with(sandbox, method, Map.of(name, value))).isEqualTo(status);
            assertThat(with(CORRECT, method, Map.of(name, value))).isEqualTo(200);
        }
    }

    @Test
    void shows_that_request_ids_must_grow() {
        try (Sandbox sandbox = defective("evc-request-ids-must-grow")) {
            assertThat(with(sandbox, "POST", Map.of("X-Request-ID", "500"))).isEqualTo(200);
            assertThat(with(sandbox, "POST", Map.of("X-Request-ID", "499"))).isEqualTo(400);
            assertThat(with(sandbox, "POST", Map.of("X-Request-ID", "501"))).isEqualTo(200);
        }
    }

    @Test
    void shows_in_the_answer_to_a_body_without_a_type() {
        try (Sandbox sandbox = defective("evc-untyped-body-500")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/api/rest/customer"))
                    .header("Authorization", Client.TOKEN)
                    .POST(BodyPublishers.ofString(Bodies.customer().toString()))
                    .build();

            assertThat(Client.sent(request).status()).isEqualTo(500);
            assertThat(new Client(sandbox).created()).isPositive();
        }
    }

    @Test
    void shows_in_the_answer_to_a_merge_patch_and_to_no_other() {
        try (Sandbox sandbox = defective("evc-merge-patch-updates")) {
            assertThat(with(sandbox, "PATCH", Map.of("content-type", "application/merge-patch+json")))
                    .isEqualTo(200);
            assertThat(with(sandbox, "PATCH", Map.of())).isEqualTo(405);
        }
        assertThat(with(CORRECT, "PATCH", Map.of("content-type", "application/merge-patch+json")))
                .isEqualTo(405);
    }

    @Test
    void shows_in_the_answer_to_the_card_of_another() {
        String card = Bodies.cards("NL-CP000030-A1").toString();
        try (Sandbox sandbox = defective("evc-card-of-another-409")) {
            Client client = new Client(sandbox);

            assertThat(client.put(client.created(), card).status()).isEqualTo(200);
            assertThat(client.put(client.created(), card).status()).isEqualTo(409);
        }
    }

    @Test
    void shows_in_every_fourth_create() {
        try (Sandbox sandbox = defective("evc-every-fourth-id-not-shown")) {
            Client client = new Client(sandbox);

            assertThat(Stream.generate(() -> client.create(Bodies.customer().toString())
                                    .json()
                                    .has("data"))
                            .limit(8))
                    .containsExactly(true, true, true, false, true, true, true, false);
        }
    }

    @Test
    void shows_in_every_third_customer() {
        try (Sandbox sandbox = defective("evc-every-third-customer-not-kept")) {
            Client client = new Client(sandbox);

            assertThat(Stream.generate(() -> client.put(client.created(), "{}").status())
                            .limit(6))
                    .containsExactly(200, 200, 400, 200, 200, 400);
        }
    }

    @Test
    void shows_in_an_id_with_letters_behind_it() {
        try (Sandbox sandbox = defective("evc-letters-behind-id-ignored")) {
            Client client = new Client(sandbox);

            assertThat(client.put(client.created() + "abc", "{}").status()).isEqualTo(200);
            assertThat(client.put("abc", "{}").status()).isEqualTo(400);
        }
        Client correct = new Client(CORRECT);
        assertThat(correct.put(correct.created() + "abc", "{}").status()).isEqualTo(400);
    }

    private static Sandbox defective(String defect) {
        return Sandbox.start(new SandboxOptions(0, List.of(defect), List.of()));
    }

    private static int with(Sandbox sandbox, String method, Map<String, String> fields) {
        boolean update = !method.equals("POST");
        String path = "/api/rest/customer" + (update ? "/" + new Client(sandbox).created() : "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Authorization", Client.TOKEN)
                .header("content-type", "application/json")
                .method(
                        method,
                        BodyPublishers.ofString(
                                update ? "{}" : Bodies.customer().toString()));
        fields.forEach(request::setHeader);
        return Client.sent(request.build()).status();
    }
}
