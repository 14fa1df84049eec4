package io.chargeproof.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.ReportSection;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.SampleRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RejudgedRunTest {
    private static final RunReport SAMPLE = SampleRun.report();

    @Test
    void tells_what_comes_out_otherwise_by_the_suite_alone() {
        RejudgedRun rejudged = new RejudgedRun(run(SampleRun.ATTACH), Optional.empty());

        assertThat(rejudged.headline())
                .matches("run r-1, judged again by \\d+ rows of today's standing checks: 2 come out otherwise");
        assertThat(suite(rejudged))
                .containsExactly(
                        "EVC-CREATE-14: broken by 1 exchange, was by 0", "EVC-HTTP-3: broken by 1 exchange, was by 0");
    }

    @Test
    void leaves_open_what_redaction_took_out() {
        HttpAnswer answer = SampleRun.ATTACH.answer().orElseThrow();
        Exchange redacted =
                answered(new HttpAnswer(400, answer.headers(), Body.of("{\"seen\":\"${EVC_NET_TOKEN}\"}"), false));

        assertThat(new RejudgedRun(run(redacted), Optional.empty()).passages())
                .contains(new ReportSection(
                        "Redaction leaves it open",
                        List.of(
                                "EVC-AUTH-6: 1 exchange, where what decides it was taken out",
                                "EVC-CREATE-10: 1 exchange, where what decides it was taken out")));
    }

    private static List<String> suite(RejudgedRun rejudged) {
        return rejudged.passages().stream()
                .filter(passage -> passage.title().equals("The suite changed"))
                .flatMap(passage -> passage.items().stream())
                .toList();
    }

    private static Exchange answered(HttpAnswer answer) {
        Exchange attach = SampleRun.ATTACH;
        return new Exchange(2, attach.request(), answer, 1, attach.started(), attach.duration());
    }

    private static RecordedRun run(Exchange second) {
        RunReport report = new RunReport(
                SAMPLE.run(),
                SAMPLE.scope(),
                SAMPLE.target(),
                SAMPLE.verdict(),
                1,
                SAMPLE.requirements(),
                List.of(SAMPLE.scenarios().get(0)),
                List.of(SampleRun.CREATE, second),
                List.of(),
                List.of());
        return new RecordedRun(Path.of("run"), report);
    }
}
