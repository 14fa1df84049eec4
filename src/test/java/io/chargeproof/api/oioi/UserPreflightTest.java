package io.chargeproof.api.oioi;

import static io.chargeproof.exchange.Scripted.none;
import static io.chargeproof.run.Targeted.code;
import static io.chargeproof.run.Targeted.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chargeproof.api.Preflight;
import io.chargeproof.api.UsageException;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.Scripted;
import io.chargeproof.run.Targeted;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UserPreflightTest {
    private static final HttpAnswer PAGE = Answers.typed(200, "text/html", "<html><title>Log in</title></html>");
    private static final HttpAnswer AWAY = Answers.empty(503);

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

        assertThat(new UserPreflight(users(), target, target).look(List.of(Role.SPARSE)))
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
                Answers.json(200, "{\"user\":{}}"),
                Answers.json(200, "{\"user\":{\"first-name\":\"Anna\"},\"result\":{\"code\":200}}"));
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

    private static UserFixtures users() {
        return Targeted.users(Accounts.unshared(Targeted.OIOI));
    }

    private static Preflight.Result users(Scripted target, UserFixtures users) {
        return new UserPreflight(users, target, target).look(List.of(Role.values()));
    }
}
