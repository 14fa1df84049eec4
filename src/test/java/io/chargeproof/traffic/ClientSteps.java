package io.chargeproof.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.traffic.seeded.SeededClient;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the features of clients are written with. Clients are those of {@code traffic.seeded}, by what they do. */
public final class ClientSteps {
    private final List<String> tags = new ArrayList<>();
    private @Nullable SeededClient client;

    @Before
    public void note(Scenario scenario) {
        tags.addAll(scenario.getSourceTagNames());
    }

    /** One that breaks the requirement of the rule, or else one that keeps all. */
    @Given("a client that {}")
    public void aClientThat(String does) {
        client = Stream.concat(
                        SeededClient.defects().stream().filter(each -> tags.contains("@" + each.requirement())),
                        SeededClient.variants().stream())
                .filter(each -> each.does().equals(does))
                .findFirst()
                .orElseThrow(() -> new AssertionError("traffic.seeded has no client that " + does));
    }

    /** So that a reader sees what is meant: the client has sent that already. */
    @When("it sends {}")
    public void itSends(String text) {
        String sent =
                String.join("\n", exchanges().stream().map(Transcript::request).toList());
        if (text.startsWith("no ")) {
            assertThat(sent).doesNotContain(text.substring(3));
        } else {
            assertThat(sent).contains(text);
        }
    }

    /** The same of what both sides say, line by line. */
    @When("this passes:")
    public void thisPasses(String lines) {
        assertThat(Transcript.of(exchanges()))
                .containsSubsequence(lines.lines().map(String::strip).toList());
    }

    @Then("^it breaks (\\S+-CLIENT-\\d+)$")
    public void itBreaks(String requirement) {
        assertThat(judged().broken()).containsExactly(requirement);
    }

    @Then("^it keeps (\\S+-CLIENT-\\d+)$")
    public void itKeeps(String requirement) {
        itBreaksNothing();
        assertThat(judged().result(requirement).outcome()).isEqualTo(Outcome.CONFORMS);
    }

    @Then("it breaks nothing")
    public void itBreaksNothing() {
        assertThat(judged().broken()).isEmpty();
    }

    private Judged judged() {
        return Judged.of(exchanges());
    }

    private List<Exchange> exchanges() {
        return Objects.requireNonNull(client, "no client is given").exchanges();
    }

    /** Traffic as text. */
    private static final class Transcript {
        private Transcript() {}

        static String of(List<Exchange> exchanges) {
            StringBuilder text = new StringBuilder();
            Optional<Exchange> before = Optional.empty();
            for (Exchange each : exchanges) {
                before.ifPresent(last -> text.append(pause(last, each)).append('\n'));
                text.append(request(each)).append('\n').append(answer(each)).append('\n');
                before = Optional.of(each);
            }
            return text.toString();
        }

        private static String pause(Exchange last, Exchange next) {
            long millis = Duration.between(last.started().plus(last.duration()), next.started())
                    .toMillis();
            return millis < 0 ? "before that answer came" : millis + " ms later";
        }

        static String request(Exchange exchange) {
            HttpRequest request = exchange.request();
            String body =
                    request.body().isEmpty() ? "(no body)" : request.body().text();
            return request.method() + " " + request.uri() + "\n" + fields(request.headers()) + body;
        }

        private static String answer(Exchange exchange) {
            HttpAnswer answer = exchange.answer().orElseThrow();
            return "HTTP " + answer.status() + "\n" + fields(answer.headers())
                    + answer.body().text();
        }

        private static String fields(Headers headers) {
            StringBuilder lines = new StringBuilder();
            headers.fields()
                    .forEach(field -> lines.append(field.name())
                            .append(": ")
                            .append(field.value())
                            .append('\n'));
            return lines.toString();
        }
    }
}
