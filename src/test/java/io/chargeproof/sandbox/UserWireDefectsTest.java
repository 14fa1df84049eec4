package io.chargeproof.sandbox;

import static io.chargeproof.sandbox.UserDeviation.PRIMARY;
import static io.chargeproof.sandbox.UserDeviation.get;
import static io.chargeproof.sandbox.UserDeviation.of;
import static io.chargeproof.sandbox.UserDeviation.posted;
import static io.chargeproof.sandbox.UserDeviation.withKey;

import io.chargeproof.sandbox.Client.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserWireDefectsTest {
    @ParameterizedTest
    @MethodSource("deviations")
    void shows_a_defect_and_nothing_of_it_without(UserDeviation deviation) {
        deviation.isOfTheDefectAlone();
    }

    static Stream<UserDeviation> deviations() {
        return Stream.of(
                of("oioi-post-by-put-only", client -> post(client).status() == 405),
                of("oioi-post-unknown-at-endpoint", client -> post(client).code() == 230),
                of("oioi-post-needs-a-version", client -> post(client).code() == 230),
                of(
                        "oioi-latin-1-bytes",
                        client -> client.get(UserDeviation.SECONDARY).text().contains("Ga\uFFFDl")),
                of(
                        "oioi-utf-8-called-latin-1",
                        client -> type(client.get(PRIMARY)).equals("application/json; charset=iso-8859-1")),
                of("oioi-utf-16-bytes", client -> client.get(PRIMARY).text().startsWith("\uFFFD\uFFFD")),
                of(
                        "oioi-surrogates-encoded-singly",
                        client -> UserDeviation.text(client, "first-name", "😀").contains("\uFFFD")),
                of("oioi-text-plain", client -> type(client.get(PRIMARY)).startsWith("text/plain")),
                of("oioi-failures-as-html", client -> type(client.call("{}")).startsWith("text/html")),
                of("oioi-no-media-type-on-posts", client -> type(post(client)).isEmpty()),
                of("oioi-byte-order-mark", client -> client.get(PRIMARY).text().startsWith("\uFEFF{")),
                of("oioi-post-answer-cut", client -> !post(client).text().endsWith("}}")),
                of(
                        "oioi-failures-without-body",
                        client -> client.call("{}").text().isEmpty()),
                of("oioi-post-answers-nothing", client -> post(client).status() == 204),
                of(
                        "oioi-comma-after-last-member",
                        client -> client.get(PRIMARY).text().endsWith("},}")),
                of("oioi-two-documents", client -> client.call("{}").text().contains("\n")),
                of("oioi-quotes-not-escaped", client -> {
                    posted(client, "last-name", "\"Q\"");
                    return client.get(PRIMARY).text().contains("\"\"Q\"\"");
                }),
                of("oioi-post-answers-201", client -> post(client).status() == 201),
                of(
                        "oioi-post-by-rfid-answers-202",
                        client -> UserDeviation.post(client, "rfid", PRIMARY.rfid(), PRIMARY.token())
                                        .status()
                                == 202),
                of("oioi-post-answers-303", client -> post(client).status() == 303),
                of("oioi-get-answers-203", client -> client.get(PRIMARY).status() == 203),
                of(
                        "oioi-reason-with-422",
                        client -> posted(client, "vat", "DE1").status() == 422),
                of("oioi-wrong-token-500", client -> wrongToken(client).status() == 500),
                of(
                        "oioi-unknown-user-503",
                        client -> get(client, "username", "nobody", "x").status() == 503),
                of(
                        "oioi-unknown-rfid-502",
                        client -> get(client, "rfid", "00000000", "x").status() == 502),
                of(
                        "oioi-refused-key-302",
                        client -> withKey(client, "key=wrong").status() == 302),
                of("oioi-failures-with-202", client -> wrongToken(client).status() == 202),
                of(
                        "oioi-get-by-token-500",
                        client -> get(client, "token", PRIMARY.token(), null).status() == 500),
                of(
                        "oioi-undocumented-detail-500",
                        client -> posted(client, "company-name", "x").status() == 500));
    }

    private static Answer post(Client client) {
        return client.post(PRIMARY, Bodies.details());
    }

    private static Answer wrongToken(Client client) {
        return get(client, "username", PRIMARY.username(), "wrong");
    }

    private static String type(Answer answer) {
        return answer.headers().firstValue("content-type").orElse("");
    }
}
