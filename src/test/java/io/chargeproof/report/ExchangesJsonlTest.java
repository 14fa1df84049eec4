package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.redaction.Redactor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangesJsonlTest {
    @TempDir
    Path directory;

    @Test
    void reads_back_what_it_wrote() throws IOException {
        RunReport clean = RedactedReport.of(SampleRun.report(), SampleRun.options(directory))
                .report();

        List<ExchangesJsonl.Entry> entries = writtenAndRead(clean);

        assertThat(entries).map(ExchangesJsonl.Entry::exchange).isEqualTo(clean.exchanges());
        assertThat(entries)
                .map(ExchangesJsonl.Entry::scenario)
                .containsExactly(
                        "features/evc-net/attach-card.feature:12",
                        "features/evc-net/attach-card.feature:12",
                        "features/oioi/get-details.feature:7",
                        "features/oioi/get-details.feature:15",
                        "features/oioi/post-details.feature:9");
    }

    @Test
    void keeps_bytes_that_are_no_text() throws IOException {
        Body bytes = Body.of(new byte[] {(byte) 0xff, 0, 'a', (byte) 0xc3});
        RunReport clean = redacted(with(exchange("https://127.0.0.1/x", bytes)), "nothing-of-this");

        assertThat(writtenAndRead(clean)
                        .get(0)
                        .exchange()
                        .answer()
                        .orElseThrow()
                        .body())
                .isEqualTo(bytes);
    }

    @Test
    void takes_secrets_out_of_bytes_that_are_no_text() throws IOException {
        Body bytes = Body.of("ÿhunter22ÿ".getBytes(ISO_8859_1));
        RunReport clean = redacted(with(exchange("https://127.0.0.1/x", bytes)), "hunter22");

        assertThat(writtenAndRead(clean)
                        .get(0)
                        .exchange()
                        .answer()
                        .orElseThrow()
                        .body()
                        .text())
                .doesNotContain("hunter22")
                .contains("${SECRET}");
    }

    @Test
    void takes_secrets_out_of_an_address_and_still_reads_it_back() throws IOException {
        RunReport clean = redacted(with(exchange("https://127.0.0.1/x/hunter22?y=1", Body.EMPTY)), "hunter22");

        assertThat(writtenAndRead(clean).get(0).exchange().request().uri())
                .hasToString("https://127.0.0.1/x/$%7BSECRET%7D?y=1");
    }

    @Test
    void gives_up_an_address_whose_host_is_secret() {
        RunReport clean = redacted(with(exchange("https://hunter22.example/x", Body.EMPTY)), "hunter22");

        assertThat(clean.exchanges().get(0).request().uri()).hasToString("https://withheld.invalid/");
    }

    @Test
    void says_which_line_it_cannot_read() throws IOException {
        Path file = Files.writeString(directory.resolve("exchanges.jsonl"), "{\"number\": 1}\n");

        assertThatThrownBy(() -> ExchangesJsonl.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ", line 1: not an exchange as a report writes it; leave the file as it was");
    }

    private List<ExchangesJsonl.Entry> writtenAndRead(RunReport clean) throws IOException {
        Path file = directory.resolve("exchanges.jsonl");
        ExchangesJsonl.write(clean, file);
        return ExchangesJsonl.read(file);
    }

    private RunReport redacted(RunReport report, String secret) {
        Redactor redactor = Redactor.of(Map.of(secret, "SECRET"));
        ReportOptions options = new ReportOptions(directory, true, false, redactor, redactor::redact);
        return RedactedReport.of(report, options).report();
    }

    private static Exchange exchange(String url, Body answer) {
        HttpRequest request = new HttpRequest(
                HttpMethod.GET,
                URI.create(url),
                Headers.NONE,
                Body.EMPTY,
                RequestPurpose.of("evc-net", "update"),
                Idempotency.UNLESS_CARRIED_OUT);
        return new Exchange(
                1,
                request,
                new HttpAnswer(200, Headers.NONE, answer, true),
                1,
                SampleRun.STARTED,
                Duration.ofNanos(1_234_000));
    }

    private static RunReport with(Exchange exchange) {
        RunReport sample = SampleRun.report();
        return new RunReport(
                sample.run(),
                sample.scope(),
                sample.target(),
                sample.verdict(),
                sample.exitCode(),
                List.of(),
                List.of(),
                List.of(exchange),
                List.of(),
                List.of());
    }
}
