package io.chargeproof.traffic;

import static io.chargeproof.traffic.seeded.ClientSession.CREATED;
import static io.chargeproof.traffic.seeded.ClientSession.TOKEN;
import static io.chargeproof.traffic.seeded.ClientSession.creation;
import static io.chargeproof.traffic.seeded.ClientSession.header;
import static io.chargeproof.traffic.seeded.ClientSession.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.SampleRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What findings on traffic have in common: one side, one area, and one exchange or the very same fault. */
class CausesInTrafficTest {
    private static final HttpRequest FIRST = header("X-Request-ID", "1").apply(creation());

    @Test
    void unlike_faults_of_two_sides_and_of_two_exchanges_stay_apart() {
        Traffic traffic = new Traffic()
                .add(FIRST, 200, CREATED)
                .add(numbered(2), 400, "{\"data\":\"" + TOKEN + "\"}")
                .add(numbered(3), 400, "{\"data\":\"Geheim-2026!\"}")
                .add(text("first_name", "firstname").apply(numbered(4)), 400, "{}")
                .add(text("jan@example.com", "jan").apply(numbered(5)), 400, "{\"data\":\"email\"}");

        assertThat(causes(traffic))
                .containsExactlyInAnyOrder(
                        List.of("EVC-AUTH-6"),
                        List.of("EVC-CREATE-10"),
                        List.of("EVC-CLIENT-6"),
                        List.of("EVC-CREATE-6"),
                        List.of("EVC-CLIENT-8"));
    }

    @Test
    void one_page_of_an_error_is_one_cause_however_often_it_comes() {
        Traffic traffic = new Traffic()
                .add(FIRST, 200, CREATED)
                .add(numbered(2), 500, "<p>oops</p>")
                .add(numbered(3), 500, "<p>oops</p>");

        assertThat(causes(traffic)).containsExactly(List.of("EVC-HTTP-2", "EVC-HTTP-3"));
    }

    @Test
    void one_fault_of_a_client_is_one_cause_however_often_it_is_made() {
        Traffic traffic = new Traffic()
                .add(text("first_name", "firstname").apply(numbered(2)), 200, CREATED)
                .add(text("first_name", "firstname").apply(numbered(3)), 400, "{\"data\":\"name\"}");

        assertThat(causes(traffic)).containsExactly(List.of("EVC-CLIENT-6"));
    }

    private static HttpRequest numbered(int id) {
        return header("X-Request-ID", Integer.toString(id)).apply(creation());
    }

    private static List<List<String>> causes(Traffic traffic) {
        return RedactedReport.of(traffic.judged().report(), SampleRun.options(Path.of("target", "no-reports")))
                .causes()
                .stream()
                .map(cause ->
                        cause.requirements().stream().map(id -> id.value()).toList())
                .toList();
    }
}
