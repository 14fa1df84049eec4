package io.chargeproof.api.evcnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.ProfileMisfit;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Scripted;
import io.chargeproof.run.Targeted;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerProbeTest {
    private static final CustomerRequests REQUESTS = new CustomerRequests(Targeted.EVC_NET, 1);

    /** The status of an empty update of the customer and of one of nobody, and what is known then. */
    @ParameterizedTest
    @CsvSource({
        "200, 404, true,  false, 1",
        "500, 404, false, false, 1",
        "503, 404, false, false, 1",
        "403, 403, false, false, 1",
        "400, 404, false, false, 4",
        "404, 400, false, false, 4",
        "400, 200, false, false, 4",
        "404, 404, false, true,  4",
        "400, 400, false, true,  4"
    })
    void knows_a_customer_by_how_nobody_is_answered(int own, int nobody, boolean known, boolean unknown, int sent) {
        Scripted target = Scripted.by(request -> Answers.empty(isOf("4711", request) ? own : nobody));

        CustomerProbe.Seen seen = look(target).at("4711");

        assertThat(seen.isKnown()).isEqualTo(known);
        assertThat(seen.isUnknown()).isEqualTo(unknown);
        assertThat(seen.answer().number()).isEqualTo(1);
        assertThat(target.sent()).hasSize(sent).allSatisfy(request -> {
            assertThat(request.purpose().is(RequestTrait.STATUS_OPEN)).isTrue();
            assertThat(request.purpose().variant()).isEqualTo("a look whether a customer is there");
        });
    }

    /** A target may refuse an empty update, and take an empty card list. */
    @Test
    void asks_a_second_time_with_an_empty_card_list() {
        Scripted target = Scripted.by(
                request -> Answers.empty(request.body().text().equals("{}") || !isOf("4711", request) ? 400 : 200));

        assertThat(look(target).at("4711").isKnown()).isTrue();
        assertThat(target.sent())
                .extracting(request -> request.body().text())
                .containsExactly("{}", "{}", "{\"card_list\":[]}");
    }

    /** The ids and what passes, such as a number of the request, don't make answers differ; a sentence does. */
    @Test
    void compares_answers_without_their_numbers() {
        assertThat(look(saying(id -> "no customer " + id + ", incident 2026-11a"))
                        .at("4711")
                        .isUnknown())
                .isTrue();
        assertThat(look(saying(id -> id.equals("4711") ? "nothing to change" : "no customer"))
                        .at("4711")
                        .isUnknown())
                .isFalse();
    }

    @Test
    void refuses_a_customer_whom_the_target_does_not_know() {
        Scripted target = Scripted.with(Answers.json(404, "{\"error\":\"none\"}"));

        look(target).require(null, id -> REQUESTS.update(id, Body.of("{}")));
        assertThat(target.sent()).isEmpty();
        assertThatThrownBy(() -> look(target).require("4711", id -> REQUESTS.update(id, Body.of("{\"whole\":1}"))))
                .isInstanceOf(ProfileMisfit.class)
                .hasMessage(
                        "'evc-net.card-customer' is 4711, whom the target doesn't know: it answers to an empty update as to"
                                + " one of nobody, HTTP 404, {\"error\":\"none\"}; write the id of a customer that was made for tests");
    }

    /** Whoever takes a complete update knows the customer. */
    @Test
    void believes_in_a_customer_whose_complete_update_is_taken() {
        Scripted target =
                Scripted.by(request -> Answers.empty(request.body().text().contains("whole") ? 200 : 400));

        look(target).require("4711", id -> REQUESTS.update(id, Body.of("{\"whole\":1}")));

        assertThat(target.sent()).hasSize(5);
    }

    private static Scripted saying(Function<String, String> words) {
        return Scripted.by(request -> (Reply) said(words.apply(isOf("4711", request) ? "4711" : "999999999")));
    }

    private static HttpAnswer said(String words) {
        return Answers.json(404, "{\"message\":\"" + words + "\"}");
    }

    private static boolean isOf(String id, HttpRequest request) {
        return request.uri().getPath().endsWith("/" + id);
    }

    private static CustomerProbe look(Scripted target) {
        return new CustomerProbe(target, REQUESTS, "999999999");
    }
}
