package io.chargeproof.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.ReportWriter;
import io.chargeproof.report.SampleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllureReportTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CALLS_SOMEBODY = Pattern.compile(
            "googletagmanager|google-analytics|doubleclick|gtag\\(|mc\\.yandex|sentry\\.io|['\"]G-[A-Z0-9]{10}");
    private static final Pattern REMOTE =
            Pattern.compile("(?:src|href)=\"(?:https?:)?//|@import|url\\([\"']?(?:https?:)?//");

    @TempDir
    Path reports;

    @Test
    void loads_nothing_from_anybody_when_opened() throws IOException {
        Path html = write(false).resolve("allure-report");

        for (Path file : loadedOnOpen(html)) {
            String content = Files.readString(file);
            assertThat(CALLS_SOMEBODY.matcher(content).results().map(found -> file + ": " + found.group()))
                    .isEmpty();
            assertThat(REMOTE.matcher(content).results().map(found -> file + ": " + found.group()))
                    .isEmpty();
        }
    }

    @Test
    void puts_everything_into_one_file_when_asked() throws IOException {
        Path html = write(true).resolve("allure-report");

        try (Stream<Path> files = Files.list(html)) {
            assertThat(files).containsExactly(html.resolve("index.html"));
        }
        String page = Files.readString(html.resolve("index.html"));
        assertThat(page).contains("d('data/codes.json','", "d('data/requirements.json','", "d('data/behaviors.json','");
        assertThat(page).doesNotContain("googletagmanager", "gtag(");
        assertThat(REMOTE.matcher(page).find()).isFalse();
        for (String embedded : embedded(page)) {
            assertThat(CALLS_SOMEBODY.matcher(embedded).results().map(found -> found.group()))
                    .isEmpty();
        }
    }

    @Test
    void writes_no_secret_and_nothing_of_the_machine() throws IOException {
        Path run = write(false);

        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SampleRun.TOKEN, reports.toString(), "\"host\"", "\"thread\"");
            }
        }
    }

    @Test
    void leaves_the_page_out_when_asked() throws IOException {
        Path run = writer().write(SampleRun.report(), SampleRun.options(reports));

        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(run.resolve("allurerc.json")))
                        .path("categories"))
                .isEqualTo(
                        JsonMapper.shared().readTree(Files.readString(run.resolve("allure-results/categories.json"))));
        assertThat(run.resolve("allure-report")).doesNotExist();
    }

    @Test
    void continues_the_trend_of_the_same_target() throws IOException {
        write(0, false);
        write(1, true);
        Path third = write(2, false);

        assertThat(JSON.readTree(third.resolve("allure-report/history/history-trend.json")))
                .hasSize(3);
    }

    @Test
    void tells_in_the_tab_codes_what_occurred_and_what_never_did() throws IOException {
        JsonNode oioi = JSON.readTree(write(false).resolve("allure-report/data/codes.json"))
                .get("apis")
                .get(1);

        assertThat(oioi.get("operations").get(0))
                .hasToString("{\"operation\":\"user-get-details\",\"answers\":["
                        + "{\"status\":200,\"code\":0,\"count\":1,\"documented\":\"listed\",\"scenarios\":[2],"
                        + "\"outside\":0},"
                        + "{\"status\":200,\"code\":144,\"count\":1,\"documented\":\"listed\",\"scenarios\":[3],"
                        + "\"outside\":0}],\"missing\":[140,145]}");
        assertThat(oioi.get("operations")
                        .get(1)
                        .get("answers")
                        .get(0)
                        .get("documented")
                        .asString())
                .isEqualTo("open");
    }

    @Test
    void marks_in_the_tab_codes_what_is_not_documented() throws IOException {
        JsonNode attach = JSON.readTree(write(false).resolve("allure-report/data/codes.json"))
                .get("apis")
                .get(0)
                .get("operations")
                .get(0);

        assertThat(attach)
                .hasToString("{\"operation\":\"attach-card\",\"answers\":[{\"status\":500,\"code\":null,\"count\":1,"
                        + "\"documented\":\"unlisted\",\"scenarios\":[0],\"outside\":0}],\"missing\":[200,400,403]}");
    }

    @Test
    void leads_from_the_tab_requirements_to_the_scenarios() throws IOException {
        Path html = write(false).resolve("allure-report");
        JsonNode data = JSON.readTree(html.resolve("data/requirements.json"));
        JsonNode card = data.get("areas").get(1).get("requirements").get(0);

        assertThat(data.get("headline").asString()).isEqualTo("non-conforming: 6 of 69 MUSTs in scope, 3 decided");
        assertThat(data.get("areas").get(1).get("title").asString()).isEqualTo("EVC-net Customer API: attach cards");
        assertThat(card.get("id").asString()).isEqualTo("EVC-CARD-1");
        assertThat(card.get("strength")).hasToString("{\"caught\":4,\"defects\":4}");
        String uid = data.get("scenarios")
                .get(card.get("scenarios").get(0).asInt())
                .get("uid")
                .asString();
        assertThat(html.resolve("data/test-cases/" + uid + ".json")).exists();
    }

    @Test
    void begins_with_the_verdict_what_is_broken_and_what_is_open() throws IOException {
        JsonNode front = JSON.readTree(write(false).resolve("allure-report/widgets/verdict.json"));

        assertThat(front.get("verdict").asString()).isEqualTo("non-conforming");
        assertThat(front.get("scope").asString()).isEqualTo("6 of 69 MUSTs in scope, 3 decided");
        assertThat(front.get("trend").asBoolean()).isFalse();
        assertThat(front.get("levels")).hasToString("[\"MUST\",\"SHOULD\",\"OBSERVE\"]");
        assertThat(front.get("counts").get(0)).hasToString("{\"outcome\":\"violation\",\"counts\":[2,0,0]}");
        assertThat(front.get("broken").valueStream().map(each -> each.get("id").asString()))
                .contains("EVC-CARD-1");
        assertThat(front.get("open")
                        .valueStream()
                        .map(each -> each.get("outcome").asString()))
                .contains("inconclusive", "not-tested");
    }

    @Test
    void lists_the_areas_first_in_which_something_is_broken_or_open() throws IOException {
        JsonNode areas = JSON.readTree(write(false).resolve("allure-report/data/requirements.json"))
                .get("areas");

        assertThat(areas.valueStream()
                        .map(area ->
                                area.get("requirements").get(0).get("outcome").asString()))
                .isSortedAccordingTo(Comparator.comparing(outcome -> Math.min(
                        List.of("violation", "harness-error", "inconclusive", "not-tested", "warning", "waived")
                                        .indexOf(outcome)
                                & 0xff,
                        6)));
    }

    @Test
    void cuts_out_the_scripts_that_tell_others() {
        assertThat(HtmlReport.withoutAnalytics(
                        "<a><script src=\"app.js\"></script><script async src=\"https://www.google"
                                + "tagmanager.com/x\"></script><script>gtag('js')</script><b>"))
                .isEqualTo("<a><script src=\"app.js\"></script><b>");
        assertThatThrownBy(() -> HtmlReport.withoutAnalytics("<script>"))
                .hasMessage("the rendered page has a script without an end");
    }

    private Path write(boolean singleFile) {
        return write(0, singleFile);
    }

    private Path write(int hoursLater, boolean singleFile) {
        ReportOptions options = SampleRun.options(reports);
        return writer().write(
                        SampleRun.report(hoursLater),
                        new ReportOptions(reports, false, singleFile, options.redactor(), options.requests()));
    }

    private static ReportWriter writer() {
        return new ReportWriter(List.of(new AllureReport()));
    }

    private static List<Path> loadedOnOpen(Path html) throws IOException {
        try (Stream<Path> files = Files.walk(html)) {
            return files.filter(file -> file.toString().matches(".*\\.(html|js|css)"))
                    .toList();
        }
    }

    // Scripts stand in the page as data: addresses, and would hide from a plain search.
    private static List<String> embedded(String page) {
        Matcher data =
                Pattern.compile("data:text/javascript;base64,([A-Za-z0-9+/=]+)").matcher(page);
        return data.results()
                .map(found -> new String(Base64.getDecoder().decode(found.group(1)), StandardCharsets.UTF_8))
                .collect(Collectors.toList());
    }
}
