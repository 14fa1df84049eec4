package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Exchange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConformanceJsonTest {
    private final JsonNode json = Json.MAPPER.readTree(ConformanceJson.of(
            RedactedReport.of(SampleRun.report(), SampleRun.options(Path.of("target", "no-reports")))));

    @Test
    void has_the_documented_members_in_their_order() {
        assertThat(json.propertyNames())
                .containsExactly(
                        "schema",
                        "run",
                        "scope",
                        "target",
                        "verdict",
                        "exit-code",
                        "counts",
                        "own-scenarios",
                        "requirements",
                        "findings",
                        "codes",
                        "exchanges",
                        "leftovers",
                        "scenarios",
                        "notices",
                        "waivers");
        assertThat(json.get("schema").asString()).isEqualTo("chargeproof/conformance/2");
    }

    @Test
    void says_what_was_run_against_what_and_what_came_of_it() {
        assertThat(json.get("run"))
                .hasToString(
                        "{\"id\":\"r-1\",\"started\":\"2026-03-01T10:00:00Z\",\"finished\":\"2026-03-01T10:00:12Z\","
                                + "\"version\":\"0.1.0\",\"commit\":null,\"seed\":42,\"depth\":\"standard\",\"ended\":\"complete\"}");
        assertThat(json.get("scope"))
                .hasToString(
                        "{\"text\":\"6 of 69 MUSTs\",\"side\":\"provider\",\"must\":6,\"decided\":3,\"tags\":null,\"shard\":null,"
                                + "\"read-only\":false,\"rerun\":null,\"fail-on\":null}");
        assertThat(json.get("target"))
                .hasToString("{\"name\":\"acceptance\",\"kind\":\"acceptance\",\"apis\":{"
                        + "\"evc-net\":\"https://evc-a.evc-net.com\","
                        + "\"oioi\":\"https://dev-api.plugsurfing.com/api/v4/request\"}}");
        assertThat(json.get("verdict").asString()).isEqualTo("non-conforming");
        assertThat(json.get("exit-code").asInt()).isEqualTo(1);
    }

    @Test
    void counts_every_outcome() {
        assertThat(json.get("counts"))
                .hasToString("{\"conforms\":2,\"violation\":2,\"warning\":1,\"observation\":1,\"inconclusive\":1,"
                        + "\"not-tested\":2,\"waived\":1,\"harness-error\":0,\"out-of-scope\":1}");
    }

    @Test
    void tells_a_violation_with_all_that_is_known_of_it() {
        assertThat(requirement("EVC-CARD-1"))
                .hasToString(
                        "{\"id\":\"EVC-CARD-1\",\"level\":\"MUST\",\"subject\":\"provider\",\"statement\":\"The sentence of EVC-CARD-1.\","
                                + "\"source\":\"Some document, EVC-CARD-1\",\"decision\":\"The text beats the example.\","
                                + "\"look-at\":\"the handler of EVC-CARD-1\",\"undecidable\":null,"
                                + "\"outcome\":\"violation\",\"reason\":null,"
                                + "\"checks\":3,\"strength\":{\"caught\":4,\"defects\":4},"
                                + "\"scenarios\":[\"features/evc-net/attach-card.feature:12\"],"
                                + "\"findings\":[\"f1\"],\"observations\":[]}");
    }

    @Test
    void tells_one_cause_once_with_all_the_requirements_that_it_breaks() {
        JsonNode finding = json.get("findings").get(0);

        assertThat(finding.propertyNames())
                .containsExactly(
                        "id",
                        "outcome",
                        "requirements",
                        "message",
                        "expected",
                        "actual",
                        "scenario",
                        "attribution",
                        "repeat",
                        "member",
                        "right-statuses",
                        "requests",
                        "ticket",
                        "instances");
        assertThat(finding.get("requirements")).hasToString("[\"EVC-CARD-1\",\"EVC-HTTP-2\"]");
        assertThat(finding.get("requests").get(1))
                .hasToString("{\"exchange\":2,\"purpose\":\"attach-card with one card\",\"judged\":true,"
                        + "\"curl\":\"curl -sS -i -X PUT 'https://evc-a.evc-net.com/api/rest/customer/'\\\"${CREATED_ID}\\\""
                        + " -H 'Authorization: Token '\\\"${EVC_NET_TOKEN}\\\" -H 'Content-Type: application/json' -H 'Accept:'"
                        + " --data-raw '{\\\"card_list\\\":[{\\\"card_external_id\\\":\\\"NL-TST0000001-A1\\\"}]}'\","
                        + "\"trace-id\":null,\"answer\":{\"status\":500,\"headers\":{\"content-type\":\"application/json\"},"
                        + "\"body\":\"<b>java.lang.NullPointerException</b> at ${EVC_NET_TOKEN}\",\"cut\":false},"
                        + "\"no-answer\":null}");
        assertThat(finding.get("instances").get(1))
                .hasToString("{\"requirement\":\"EVC-HTTP-2\","
                        + "\"message\":\"attach-card was answered with HTTP 500, which is not documented\","
                        + "\"expected\":\"HTTP 200, 400 or 403\",\"actual\":\"HTTP 500\","
                        + "\"scenario\":\"features/evc-net/attach-card.feature:12\",\"attribution\":\"target\","
                        + "\"repeat\":{\"sent\":3,\"failed\":1},\"member\":null,\"right-statuses\":[],"
                        + "\"exchanges\":[2]}");
    }

    @Test
    void has_a_text_for_a_ticket() {
        assertThat(json.get("findings").get(1).get("ticket").asString()).isEqualTo("""
                OIOI-POST-1 (MUST): user-post-details got no answer: nothing came within 10 s

                The sentence of OIOI-POST-1. *Some document, OIOI-POST-1*

                - user-post-details got no answer: nothing came within 10 s
                  - scenario: `features/oioi/post-details.feature:9`

                  ```sh
                  curl -sS -i -X POST 'https://dev-api.plugsurfing.com/api/v4/request' -H 'Authorization: Token '"${EVC_NET_TOKEN}" -H 'Content-Type: application/json' -H 'Accept:' --data-raw '{}'
                  ```
                  - answer: `no answer: nothing came within 10 s`

                Found at acceptance in run r-1 of 2026-03-01T10:00:00Z by Chargeproof 0.1.0, finding f2.
                """);
    }

    @Test
    void counts_scenarios_of_ones_own() {
        assertThat(json.get("own-scenarios")).hasToString("{\"count\":0,\"failed\":0,\"undecided\":0}");
    }

    @Test
    void tells_why_nothing_is_said_of_a_requirement() {
        assertThat(requirement("OIOI-KEY-1"))
                .hasToString(
                        "{\"id\":\"OIOI-KEY-1\",\"level\":\"MUST\",\"subject\":\"provider\",\"statement\":\"The sentence of OIOI-KEY-1.\","
                                + "\"source\":\"Some document, OIOI-KEY-1\","
                                + "\"decision\":\"The text beats the example.\","
                                + "\"look-at\":\"the handler of OIOI-KEY-1\",\"undecidable\":null,"
                                + "\"outcome\":\"out-of-scope\","
                                + "\"reason\":\"the profile has no api-key\",\"checks\":0,\"strength\":null,"
                                + "\"scenarios\":[\"features/oioi/get-details.feature:7\"],\"findings\":[],\"observations\":[]}");
    }

    @Test
    void counts_statuses_and_result_codes_of_each_operation() {
        assertThat(json.get("codes"))
                .hasToString("{\"evc-net\":[{\"operation\":\"attach-card\",\"status\":500,\"count\":1},"
                        + "{\"operation\":\"create\",\"status\":200,\"count\":1}],"
                        + "\"oioi\":[{\"operation\":\"user-get-details\",\"status\":200,\"result-code\":0,\"count\":1},"
                        + "{\"operation\":\"user-get-details\",\"status\":200,\"result-code\":144,\"count\":1},"
                        + "{\"operation\":\"user-post-details\",\"status\":null,\"result-code\":null,\"count\":1}]}");
    }

    @Test
    void measures_the_exchanges() {
        assertThat(json.get("exchanges"))
                .hasToString("{\"count\":5,\"retried\":1,\"duration-ms\":{\"p50\":12,\"p95\":10000,\"max\":10000},"
                        + "\"by-operation\":{"
                        + "\"evc-net attach-card\":{\"count\":1,\"p50\":31.0,\"p95\":31.0,\"spread\":0.0},"
                        + "\"evc-net create\":{\"count\":1,\"p50\":12.0,\"p95\":12.0,\"spread\":0.0},"
                        + "\"oioi user-get-details\":{\"count\":2,\"p50\":8.0,\"p95\":9.0,\"spread\":0.0}}}");
    }

    @Test
    void takes_percentiles_by_nearest_rank() {
        List<Exchange> hundred = LongStream.rangeClosed(1, 100)
                .mapToObj(millis -> new Exchange(
                        millis,
                        SampleRun.CREATE.request(),
                        SampleRun.CREATE.reply(),
                        1,
                        SampleRun.STARTED,
                        Duration.ofMillis(millis)))
                .toList();

        assertThat(ExchangeStatistics.of(hundred)).isEqualTo(new ExchangeStatistics(100, 0, 50, 95, 100));
        assertThat(ExchangeStatistics.of(List.of())).isEqualTo(new ExchangeStatistics(0, 0, 0, 0, 0));
    }

    @Test
    void lists_leftovers_and_scenarios() {
        assertThat(json.get("leftovers")).hasToString("[\"the locale of user ann is zz, not nl\"]");
        assertThat(json.get("scenarios").get(2))
                .hasToString(
                        "{\"name\":\"A user is read by name\",\"location\":\"features/oioi/get-details.feature:7\","
                                + "\"requirements\":[\"OIOI-GET-10\",\"OIOI-GET-12\"],\"own\":false,\"outcome\":\"warning\",\"duration-ms\":45,"
                                + "\"api\":\"oioi\",\"feature\":\"Read a user's details\","
                                + "\"rule\":\"What OIOI-GET-10 asks for\",\"tags\":[\"@oioi\",\"@OIOI-GET-10\"],"
                                + "\"ending\":\"conforms\",\"reason\":null,\"started\":\"2026-03-01T10:00:01Z\","
                                + "\"steps\":[{\"text\":\"Given a start\",\"status\":\"passed\",\"duration-ms\":5.0},"
                                + "{\"text\":\"Then it ends well\",\"status\":\"passed\",\"duration-ms\":40.0}],"
                                + "\"exchanges\":[3],\"observations\":[]}");
    }

    private JsonNode requirement(String id) {
        return json.get("requirements")
                .valueStream()
                .filter(each -> each.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
