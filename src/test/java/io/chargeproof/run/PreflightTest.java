package io.chargeproof.run;

import static io.chargeproof.exchange.Scripted.none;
import static io.chargeproof.run.Targeted.code;
import static io.chargeproof.run.Targeted.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.api.oioi.Accounts;
import io.chargeproof.api.oioi.Role;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Scripted;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
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
        Preflight preflight = new Preflight(target, target);

        assertThat(preflight.customers(Targeted.EVC_NET, new CustomerRequests(Targeted.EVC_NET, 1)))
                .isEqualTo(Preflight.Result.STRANGE);
        assertThat(preflight.last()).isNotNull();
        assertThat(preflight.last().number()).isEqualTo(4);
    }

    /** After a request without an answer the others are sent without patience. */
    @Test
    void is_impatient_once_nothing_came() {
        Scripted patient = Scripted.with(AWAY);
        Scripted once = Scripted.with(none(NoAnswer.Cause.TIMEOUT));
        Preflight preflight = new Preflight(patient, once);

        assertThat(preflight.customers(Targeted.EVC_NET, new CustomerRequests(Targeted.EVC_NET, 1)))
                .isEqualTo(Preflight.Result.UNREACHABLE);

        assertThat(patient.sent()).hasSize(1);
        assertThat(once.sent()).hasSize(1);
        assertThat(preflight.last()).isNull();
    }

    @Test
    void keeps_what_the_users_show() {
        UserFixtures users = users();
        Targeted.Provider provider = new Targeted.Provider()
                .with(Targeted.PRIMARY, details("First"))
                .with(Targeted.SECONDARY, details("Second"));
        Scripted target = Scripted.by(provider::answer);

        assertThat(users(target, users)).isEqualTo(Preflight.Result.ANSWERS);

        assertThat(target.sent()).hasSize(2);
        assertThat(users.accounts().own(Role.PRIMARY)).contains(details("First"));
        assertThat(users.accounts().own(Role.SECONDARY)).contains(details("Second"));
        assertThat(users.look(Role.PRIMARY)).isPresent();
        assertThat(users.look(Role.SPARSE)).isEmpty();
    }

    @Test
    void tries_a_user_by_every_identifier() {
        Scripted target = Scripted.by(request ->
                request.body().text().contains("\"rfid\"") ? Targeted.user(details("First")) : code(401, 144));

        assertThat(users(target, users())).isEqualTo(Preflight.Result.ANSWERS);

        assertThat(target.sent()).hasSize(4);
    }

    @Test
    void does_not_look_where_the_profile_has_no_such_users() {
        Scripted target = Scripted.with(AWAY);

        assertThat(new Preflight(target, target).users(users(), List.of(Role.SPARSE)))
                .isEqualTo(Preflight.Result.ANSWERS);
        assertThat(target.sent()).isEmpty();
    }

    @Test
    void reaches_no_users_where_nothing_is_answered() {
        Scripted target = Scripted.with(none(NoAnswer.Cause.NOT_CONNECTED));

        assertThat(users(target, users())).isEqualTo(Preflight.Result.UNREACHABLE);
        assertThat(target.sent()).hasSize(2);
    }

    static Stream<Reply> refusals() {
        return Stream.of(
                code(401, 140),
                code(200, 144),
                code(401, 145),
                code(403, 200),
                code(403, 210),
                code(403, 220),
                Answers.json(401, "{\"error\":\"no\"}"),
                Answers.json(403, "{\"error\":{\"message\":\"no\"}}"));
    }

    /** A failure may bear a code, or an error and a status that stands for one. */
    @ParameterizedTest
    @MethodSource("refusals")
    void refuses_users_who_are_all_refused(Reply reply) {
        assertThatThrownBy(() -> users(Scripted.with(reply), users()))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "OIOI refuses the API key or every test user, by whatever identifier; look at oioi.api-key and"
                                + " oioi.users in the profile (4 requests, nothing was written)");
    }

    static Stream<Reply> faults() {
        return Stream.of(
                code(200, 0),
                code(400, 230),
                code(500, 100),
                Answers.empty(500),
                Answers.json(500, "{\"error\":\"no\"}"),
                Answers.json(200, "{\"user\":{}}"));
    }

    /** A target that errs is tested, and found wrong. */
    @ParameterizedTest
    @MethodSource("faults")
    void does_not_refuse_a_target_that_errs(Reply reply) {
        assertThat(users(Scripted.with(reply), users())).isEqualTo(Preflight.Result.ANSWERS);
    }

    static Stream<Arguments> strangersToUsers() {
        return Stream.of(
                arguments(PAGE, "HTTP 200, text/html, \"Log in\""),
                arguments(Answers.empty(404), "HTTP 404"),
                arguments(Answers.json(400, "{\"error\":\"no\"}"), "HTTP 400, {\"error\":\"no\"}"),
                arguments(Answers.json(404, "{\"error\":\"no\"}"), "HTTP 404, {\"error\":\"no\"}"),
                arguments(Answers.json(200, "{\"status\":\"up\"}"), "HTTP 200, {\"status\":\"up\"}"));
    }

    @ParameterizedTest
    @MethodSource("strangersToUsers")
    void refuses_what_is_not_oioi(Reply reply, String words) {
        assertThatThrownBy(() -> users(Scripted.with(reply), users()))
                .isInstanceOf(UsageException.class)
                .hasMessage("what answers at https://oioi.example.com/api/v4/request isn't OIOI: " + words
                        + "; look at oioi.endpoint in the profile, and whether a login, a maintenance page, a portal or a"
                        + " firewall stands in between (4 requests, nothing was written)");
    }

    /** One answer that can only be OIOI's is enough. */
    @Test
    void takes_a_target_for_oioi_that_says_a_code_once() {
        assertThat(users(Scripted.with(code(400, 230), PAGE), users())).isEqualTo(Preflight.Result.ANSWERS);
        assertThat(users(Scripted.with(Answers.json(400, "{\"error\":\"no\"}"), PAGE), users()))
                .isEqualTo(Preflight.Result.ANSWERS);
    }

    @Test
    void refuses_an_account_that_another_run_is_using() {
        Function<HttpRequest, Reply> marked =
                request -> Targeted.user(details("First").put("billing-name", "Chargeproof other1"));
        UserFixtures users = Targeted.users(new Accounts(Targeted.OIOI, "mine1", true, false, kept -> {}));

        assertThatThrownBy(() -> users(Scripted.by(marked), users))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "the details of oioi.users.primary are ones that run other1 wrote: it is using the account, or was"
                                + " cut off before it put them back; wait until it is done, or put them back with 'chargeproof restore'"
                                + " where it ran, or say in oioi.users.primary.details what is to be put back (nothing was written)");
        assertThat(users.accounts().own(Role.PRIMARY)).isEmpty();
    }

    private static Preflight.Result customers(Scripted target) {
        return new Preflight(target, target).customers(Targeted.EVC_NET, new CustomerRequests(Targeted.EVC_NET, 1));
    }

    private static UserFixtures users() {
        return Targeted.users(Accounts.unshared(Targeted.OIOI));
    }

    private static Preflight.Result users(Scripted target, UserFixtures users) {
        return new Preflight(target, target).users(users, List.of(Role.values()));
    }
}
