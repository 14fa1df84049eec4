package io.chargeproof.traffic;

import static io.chargeproof.traffic.seeded.ClientSession.CREATED;
import static io.chargeproof.traffic.seeded.ClientSession.SHOWN;
import static io.chargeproof.traffic.seeded.ClientSession.SUCCESS;
import static io.chargeproof.traffic.seeded.ClientSession.cards;
import static io.chargeproof.traffic.seeded.ClientSession.creation;
import static io.chargeproof.traffic.seeded.ClientSession.header;
import static io.chargeproof.traffic.seeded.ClientSession.post;
import static io.chargeproof.traffic.seeded.ClientSession.read;
import static io.chargeproof.traffic.seeded.ClientSession.text;
import static io.chargeproof.traffic.seeded.ClientSession.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.traffic.seeded.SeededClient;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each requirement on clients, kept and broken; and clients that differ where that is left to them. */
class ClientRowsTest {
    private static final String REFUSED = "{\"status\":\"error\",\"data\":\"unknown customer\"}";
    private static final String REASON = """
            {"result":{"code":0,"message":"Success"},"user-post-details":{"reason":"VAT is not valid"}}""";
    private static final String FAILED = "{\"result\":{\"code\":100,\"message\":\"later\"}}";

    @TestFactory
    Stream<DynamicTest> a_client_that() {
        return SeededClient.defects().stream()
                .map(client -> dynamicTest(
                        client.does() + " breaks " + client.requirement() + " and nothing else",
                        () -> assertThat(Judged.of(client.exchanges()).broken())
                                .containsExactly(String.valueOf(client.requirement()))));
    }

    @Test
    void each_requirement_is_broken_by_some_client_and_each_client_has_a_name() {
        Set<String> rows = RequirementCatalogue.ofClients().all().stream()
                .map(row -> row.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> broken = SeededClient.defects().stream()
                .map(client -> String.valueOf(client.requirement()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(broken).isEqualTo(rows);
        assertThat(Stream.concat(SeededClient.defects().stream(), SeededClient.variants().stream())
                        .map(SeededClient::id))
                .doesNotHaveDuplicates()
                .contains("evc-client-2-sends-no-token", "client-posts-by-token");
    }

    @TestFactory
    Stream<DynamicTest> no_alarm_for_a_client_that() {
        assertThat(SeededClient.variants()).hasSizeGreaterThan(20);
        return SeededClient.variants().stream()
                .map(client -> dynamicTest(
                        client.does(),
                        () -> assertThat(Judged.of(client.exchanges()).broken()).isEmpty()));
    }

    @Test
    void a_client_that_keeps_all_is_found_to_keep_all() {
        Judged judged = new Traffic()
                .at(0, creation(), 429, REFUSED, "Retry-After", "5")
                .at(6000, creation(), 200, CREATED)
                .add(header("X-Request-ID", "2").apply(update()), 200, "{}")
                .add(header("X-Request-ID", "3").apply(cards()), 200, "{}")
                .add(read(), 503, FAILED, "Retry-After", "1")
                .add(read(), 200, SHOWN)
                .add(
                        text("\"username\",\"identifier\":\"jan@example.com\"", "\"rfid\",\"identifier\":\"04A1B2C3\"")
                                .apply(read()),
                        200,
                        SHOWN)
                .add(text("null", "\"DE1\"").apply(post()), 200, REASON)
                .add(post(), 200, SUCCESS)
                .judged();

        assertThat(judged.broken()).isEmpty();
        assertThat(judged.with(Outcome.CONFORMS))
                .containsAll(RequirementCatalogue.ofClients().all().stream()
                        .map(row -> row.id().value())
                        .toList());
    }

    @Test
    void a_retry_that_keeps_its_id_is_counted_as_kept() {
        SeededClient patient = SeededClient.variants().stream()
                .filter(client -> client.does().startsWith("keeps the id of a retry"))
                .findFirst()
                .orElseThrow();
        assertThat(Judged.of(patient.exchanges()).with(Outcome.CONFORMS)).contains("EVC-CLIENT-4", "OIOI-CLIENT-10");
    }

    @Test
    void a_finding_names_what_where_and_the_nearest_name() {
        Judged judged = new Traffic()
                .add(text("first_name", "firstname").apply(creation()), 200, CREATED)
                .judged();

        assertThat(judged.message("EVC-CLIENT-6"))
                .isEqualTo("the client sends members that aren't as documented: firstname (session.har, entry 1)");
        assertThat(judged.result("EVC-CLIENT-6").findings().get(0).finding().expected())
                .isEqualTo("perhaps 'first_name' was meant");
    }
}
