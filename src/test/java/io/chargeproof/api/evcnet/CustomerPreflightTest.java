package io.chargeproof.api.evcnet;

import static io.chargeproof.exchange.Scripted.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chargeproof.api.Preflight;
import io.chargeproof.api.UsageException;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Scripted;
import io.chargeproof.run.Targeted;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerPreflightTest {
    private static final HttpAnswer PAGE = Answers.typed(200, "text/html", "<html><title>Log in</title></html>");
    private static final HttpAnswer TAKEN = Answers.json(200, "{\"data\":{}}");
    private static final HttpAnswer REFUSED = Answers.json(400, "{\"data\":{}}");
    private static final HttpAnswer OTHERS = Answers.json(400, "{\"detail\":\"no\"}");
    private static final HttpAnswer AWAY = Answers.empty(503);

    static Stream<Arguments> customers() {
        return Stream.of(
                arguments(TAKEN, Preflight.Result.ANSWERS, 1),
                arguments(REFUSED, Preflight.Result.ANSWERS, 1),
                arguments(Answers.json(200, "{}"), Preflight.Result.ANSWERS, 1),
                arguments(Answers.empty(400), Preflight.Result.ANSWERS, 1),
                arguments(Answers.empty(500), Preflight.Result.ANSWERS, 4),
                arguments(OTHERS, Preflight.Result.STRANGE, 4),
                arguments(AWAY, Preflight.Result.UNREACHABLE, 2),
                arguments(none(NoAnswer.Cause.NOT_CONNECTED), Preflight.Result.UNREACHABLE, 2),
                arguments(
                        Answers.typed(500, "text/html", "<html><title>Oops</title></html>"),
                        Preflight.Result.STRANGE,
                        4));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void tells_how_the_customer_api_answers(Reply reply, Preflight.Result result, int requests) {
        Scripted target = Scripted.with(reply);

        assertThat(customers(target)).isEqualTo(result);

        assertThat(target.sent()).hasSize(requests).allSatisfy(request -> {
            assertThat(request.purpose().is(RequestTrait.STATUS_OPEN)).isTrue();
            assertThat(request.purpose().variant()).isEqualTo("a look before the run");
        });
    }

    @Test
    void tries_each_request_with_either_spelling_of_the_token() {
        Scripted target = Scripted.with(Answers.empty(403), Answers.empty(403), Answers.empty(403), REFUSED);

        assertThat(customers(target)).isEqualTo(Preflight.Result.ANSWERS);

        assertThat(target.sent())
                .extracting(request -> request.method() + " "
                        + request.headers().first("Authorization").orElse(""))
                .containsExactly(
                        "PUT Token the-token", "PUT token the-token", "POST Token the-token", "POST token the-token");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refuses_a_token_that_every_request_is_refused_with(int status) {
        assertThatThrownBy(() -> customers(Scripted.with(Answers.json(status, "{\"data\":{}}"))))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "every request with evc-net.token is refused by https://evc.example.com; look at the token in the"
                                + " profile (4 requests, nothing was written)");
    }

    /** One that isn't refused is enough. */
    @Test
    void believes_a_token_that_one_request_is_not_refused_with() {
        assertThat(customers(Scripted.with(Answers.empty(403), Answers.empty(403), Answers.empty(500))))
                .isEqualTo(Preflight.Result.ANSWERS);
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                arguments(PAGE, "HTTP 200, text/html, \"Log in\""),
                arguments(Answers.empty(404), "HTTP 404"),
                arguments(Answers.empty(405), "HTTP 405"),
                arguments(
                        Answers.with(Answers.empty(302), "Location", "https://login.example.com/?a=b"),
                        "HTTP 302, to https://login.example.com/"),
                arguments(Answers.json(404, "{\"detail\":\"no\"}"), "HTTP 404, {\"detail\":\"no\"}"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void refuses_what_is_not_the_customer_api(HttpAnswer reply, String words) {
        assertThatThrownBy(() -> customers(Scripted.with(reply)))
                .isInstanceOf(UsageException.class)
                .hasMessage("what answers at https://evc.example.com isn't the Customer API: " + words
                        + "; look at evc-net.base-url in the profile, and whether a login, a maintenance page, a portal or a"
                        + " firewall stands in between (4 requests, nothing was written)");
    }

    /** A server that fails under a page says nothing of the address. */
    @Test
    void does_not_refuse_an_api_whose_errors_are_pages() {
        Scripted target = Scripted.with(Answers.typed(500, "text/html", "<html><title>Oops</title></html>"));
        CustomerPreflight preflight = preflight(target, target);

        assertThat(preflight.look()).isEqualTo(Preflight.Result.STRANGE);
        assertThat(preflight.last()).isNotNull();
        assertThat(preflight.last().number()).isEqualTo(4);
    }

    /** After a request without an answer the others are sent without patience. */
    @Test
    void is_impatient_once_nothing_came() {
        Scripted patient = Scripted.with(AWAY);
        Scripted once = Scripted.with(none(NoAnswer.Cause.TIMEOUT));
        CustomerPreflight preflight = preflight(patient, once);

        assertThat(preflight.look()).isEqualTo(Preflight.Result.UNREACHABLE);

        assertThat(patient.sent()).hasSize(1);
        assertThat(once.sent()).hasSize(1);
        assertThat(preflight.last()).isNull();
    }

    private static Preflight.Result customers(Scripted target) {
        return preflight(target, target).look();
    }

    private static CustomerPreflight preflight(Scripted patient, Scripted once) {
        return new CustomerPreflight(Targeted.EVC_NET, new CustomerRequests(Targeted.EVC_NET, 1), patient, once);
    }
}
