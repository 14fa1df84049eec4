package io.chargeproof.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllureResultsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path directory;

    @BeforeEach
    void write_the_sample() throws IOException {
        AllureResults.write(RedactedReport.of(SampleRun.report(), SampleRun.options(directory)), directory);
    }

    @Test
    void groups_by_interface_feature_and_rule_with_severity_by_level() throws IOException {
        assertThat(labels(result("A card is attached")))
                .containsExactly(
                        "epic=EVC-net Customer API",
                        "feature=Attach a card",
                        "story=What EVC-CARD-1 asks for",
                        "parentSuite=EVC-net Customer API",
                        "suite=Attach a card",
                        "severity=critical",
                        "tag=evc-net",
                        "tag=EVC-CARD-1");
    }

    @Test
    void shows_each_outcome_by_a_status_that_says_whose_fault_it_is() throws IOException {
        assertThat(result("A card is attached").get("status").asString()).isEqualTo("failed");
        assertThat(result("Details are written").get("status").asString()).isEqualTo("broken");
        assertThat(result("Two cards are attached").get("status").asString()).isEqualTo("skipped");
        assertThat(result("A user is read by name").get("status").asString()).isEqualTo("passed");
        assertThat(result("An unknown user is refused").get("status").asString())
                .isEqualTo("passed");
    }

    @Test
    void says_what_was_expected_and_what_came() throws IOException {
        JsonNode details = result("A card is attached").get("statusDetails");

        assertThat(details.get("message").asString())
                .isEqualTo("violation: EVC-CARD-1 The sentence of EVC-CARD-1.\n"
                        + "violation: EVC-HTTP-2 The sentence of EVC-HTTP-2.");
        assertThat(details.get("trace").asString())
                .isEqualTo("EVC-CARD-1: attaching one card was answered with HTTP 500, not 200\nexpected: HTTP 200\n"
                        + "actual:   HTTP 500 ‹b›java.lang.NullPointerException‹/b› at ${EVC_NET_TOKEN}\n\n"
                        + "EVC-HTTP-2: attach-card was answered with HTTP 500, which is not documented\n"
                        + "expected: HTTP 200, 400 or 403\nactual:   HTTP 500");
        assertThat(details.get("flaky").asBoolean()).isTrue();
        assertThat(result("Two cards are attached")
                        .get("statusDetails")
                        .get("message")
                        .asString())
                .isEqualTo("not-tested: the profile's card pool is spent; add fresh cards under evc-net.cards");
    }

    @Test
    void has_requirement_status_and_result_code_as_parameters() throws IOException {
        assertThat(result("A user is read by name")
                        .get("parameters")
                        .valueStream()
                        .map(each -> each.get("name").asString() + "="
                                + each.get("value").asString()))
                .containsExactly("requirement=OIOI-GET-10, OIOI-GET-12", "HTTP status=200", "result code=0");
    }

    @Test
    void keeps_the_times_of_the_run() throws IOException {
        JsonNode result = result("A card is attached");

        assertThat(result.get("start").asLong())
                .isEqualTo(SampleRun.STARTED.plusSeconds(1).toEpochMilli());
        assertThat(result.get("stop").asLong() - result.get("start").asLong()).isEqualTo(45);
        assertThat(result.get("steps")
                        .valueStream()
                        .map(step -> step.get("name").asString() + " "
                                + step.get("status").asString()))
                .containsExactly("Given a start passed", "Then it ends well failed");
    }

    @Test
    void attaches_exchange_and_command_to_a_finding_and_one_line_an_exchange_to_the_rest() throws IOException {
        assertThat(attachmentNames(result("A card is attached")))
                .containsExactly(
                        "Exchange 2: PUT attach-card (one card), HTTP 500",
                        "curl for exchange 2",
                        "Text for a ticket, finding f1",
                        "Exchanges of the scenario");
        assertThat(attachmentNames(result("An unknown user is refused"))).containsExactly("Exchanges of the scenario");
        assertThat(content(result("A card is attached"), 0))
                .isEqualTo("PUT https://evc-a.evc-net.com/api/rest/customer/4711\n"
                        + "Authorization: Token ${EVC_NET_TOKEN}\n"
                        + "Content-Type: application/json\n\n"
                        + "{\"card_list\":[{\"card_external_id\":\"NL-TST0000001-A1\"}]}\n\n"
                        + "---- HTTP 500 after 31 ms, attempt 1, begun 2026-03-01T10:00:02Z ----\n\n"
                        + "HTTP 500\nContent-Type: application/json\n\n"
                        + "<b>java.lang.NullPointerException</b> at ${EVC_NET_TOKEN}\n");
        assertThat(content(result("An unknown user is refused"), 0))
                .isEqualTo("4  POST user-get-details (unknown user), HTTP 200, 9 ms\n");
    }

    @Test
    void describes_a_failure_by_requirement_and_lets_no_markup_through() throws IOException {
        String card = result("A card is attached").get("descriptionHtml").asString();

        assertThat(shown(card))
                .contains(
                        "The sentence of EVC-CARD-1.",
                        "Some document, EVC-CARD-1",
                        "The text beats the example.",
                        "the handler of EVC-CARD-1",
                        "failed 2 of 2 times",
                        "curl -sS -i -X PUT &#39;https://evc-a.evc-net.com/api/rest/customer/&#39;&quot;${CREATED_ID}&quot;",
                        "HTTP 500 &lt;b&gt;java.lang.NullPointerException&lt;/b&gt; at ${EVC_NET_TOKEN}")
                .contains(
                        "<dt>request</dt><dd><span class=\"cp-value\">create</span></dd><dt>curl</dt>",
                        "<dt>request</dt><dd><span class=\"cp-value\">attach-card with one card</span></dd><dt>curl</dt>");
        assertThat(card).doesNotContain("<b>");
    }

    /** Lines end between words and members on a narrow screen, and never behind a hyphen. */
    @Test
    void says_where_a_line_of_a_command_may_end() {
        assertThat(Html.code("curl", "curl -sS --data-raw '{\"first-name\":\"a<b\",\"n\":1}'"))
                .isEqualTo("<dt>curl</dt><dd><pre class=\"cp-value\">curl <span class=\"cp-whole\">-sS</span>"
                        + " <span class=\"cp-whole\">--data-raw</span> &#39;{<wbr>"
                        + "<span class=\"cp-whole\">&quot;first-name&quot;:</span><wbr>&quot;a&lt;b&quot;,<wbr>"
                        + "&quot;n&quot;:<wbr>1}<wbr>&#39;</pre></dd>");
        assertThat(Html.code("actual", "")).isEmpty();
    }

    private static String shown(String html) {
        return html.replace("<wbr>", "").replaceAll("<span class=\"cp-whole\">(.*?)</span>", "$1");
    }

    @Test
    void stands_in_for_scenarios_that_do_not_exist() throws IOException {
        assertThat(result("EVC-CARD-3: The sentence of EVC-CARD-3.")
                        .get("status")
                        .asString())
                .isEqualTo("skipped");
    }

    @Test
    void identifies_a_scenario_by_requirement_and_name_not_by_line() throws IOException {
        List<Case> cases = Case.all(SampleRun.report());

        assertThat(cases).extracting(Case::historyId).doesNotHaveDuplicates();
        assertThat(result("A card is attached").get("historyId").asString())
                .isEqualTo(cases.get(0).historyId());
    }

    @Test
    void sorts_into_categories() throws IOException {
        assertThat(JSON.readTree(directory.resolve("categories.json")))
                .extracting(category -> category.get("name").asString())
                .containsExactly(
                        "Violations: a MUST is broken",
                        "Warnings: a SHOULD is broken",
                        "Environment: no usable answer",
                        "Harness: a fault of Chargeproof",
                        "Not tested: test data missing or spent",
                        "Waived: broken, excused until a date",
                        "Intermittent: failed only sometimes");
    }

    @Test
    void tells_the_environment() {
        assertThat(directory.resolve("environment.properties"))
                .hasContent("Verdict=non-conforming\nScope=6 of 69 MUSTs in scope, 3 decided\n"
                        + "Target=acceptance (acceptance)\nEVC-net=https\\://evc-a.evc-net.com\n"
                        + "OIOI=https\\://dev-api.plugsurfing.com/api/v4/request\nChargeproof=0.1.0\n"
                        + "Depth=standard\nSeed=42\n");
    }

    private JsonNode result(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith("-result.json"))
                    .map(JSON::readTree)
                    .filter(result -> result.get("name").asString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String content(JsonNode result, int attachment) throws IOException {
        return Files.readString(directory.resolve(
                result.get("attachments").get(attachment).get("source").asString()));
    }

    private static Stream<String> attachmentNames(JsonNode result) {
        return result.get("attachments")
                .valueStream()
                .map(each -> each.get("name").asString());
    }

    private static Stream<String> labels(JsonNode result) {
        return result.get("labels")
                .valueStream()
                .map(label ->
                        label.get("name").asString() + "=" + label.get("value").asString());
    }
}
