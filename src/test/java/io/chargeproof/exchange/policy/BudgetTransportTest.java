package io.chargeproof.exchange.policy;

import static io.chargeproof.exchange.policy.Scripted.SAFE;
import static io.chargeproof.exchange.policy.Scripted.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.NoAnswer;
import java.time.Clock;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetTransportTest {
    @Test
    void sends_nothing_once_the_budget_is_spent() {
        Scripted target = new Scripted(status(200));
        BudgetTransport budgeted = new BudgetTransport(target, 2);
        budgeted.send(SAFE);
        budgeted.send(SAFE);

        Exchange refused = budgeted.send(SAFE);

        assertThat(refused.reply())
                .isEqualTo(new NoAnswer(
                        NoAnswer.Cause.BUDGET_SPENT, "nothing was sent: the run's limit of 2 requests is reached"));
        assertThat(target.sent()).isEqualTo(2);
        assertThat(budgeted.spent()).isEqualTo(2);
    }

    @Test
    void counts_every_attempt_within_the_retries() {
        Scripted target = new Scripted(status(503));
        BudgetTransport budgeted = new BudgetTransport(target, 3);

        Exchange exchange =
                new RetryingTransport(budgeted, RetryPolicy.of(9, 1), wait -> {}, Clock.systemUTC()).send(SAFE);

        assertThat(exchange.attempts()).isEqualTo(3);
        assertThat(exchange.status()).hasValue(503);
        assertThat(target.sent()).isEqualTo(3);
    }

    @Test
    void sends_nothing_once_answers_fill_the_memory_that_there_is() {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        Scripted target = new Scripted(new HttpAnswer(200, Headers.NONE, Body.of(noise), false));
        BudgetTransport budgeted = new BudgetTransport(target, 100, 3 << 20);
        for (int i = 0; i < 3; i++) {
            assertThat(budgeted.send(SAFE).status()).hasValue(200);
        }

        assertThat(budgeted.send(SAFE).reply())
                .isEqualTo(new NoAnswer(
                        NoAnswer.Cause.BUDGET_SPENT, "nothing was sent: the target's answers come to more than 3 MiB"));
        assertThat(budgeted.spent()).isEqualTo(3);
    }

    @Test
    void counts_what_is_kept_packed_by_the_room_that_it_takes_in_the_log() {
        Scripted target = new Scripted(new HttpAnswer(200, Headers.NONE, Body.of(" ".repeat(1 << 20)), false));
        BudgetTransport budgeted = new BudgetTransport(target, 100, 1 << 20);
        for (int i = 0; i < 4; i++) {
            assertThat(budgeted.send(SAFE).status()).hasValue(200);
        }

        assertThat(budgeted.send(SAFE).reply()).isInstanceOf(NoAnswer.class);
    }

    @Test
    void counts_heads_as_it_counts_bodies() {
        Headers head = new Headers(Collections.nCopies(32, new Headers.Field("X-Padding", "x".repeat(32 << 10))));
        BudgetTransport budgeted =
                new BudgetTransport(new Scripted(new HttpAnswer(200, head, Body.of("{}"), false)), 100, 1 << 20);
        assertThat(budgeted.send(SAFE).status()).hasValue(200);

        assertThat(budgeted.send(SAFE).reply())
                .isEqualTo(new NoAnswer(
                        NoAnswer.Cause.BUDGET_SPENT, "nothing was sent: the target's answers come to more than 1 MiB"));
    }

    @Test
    void lets_nothing_through_once_it_is_closed() {
        Scripted target = new Scripted(status(200));
        BudgetTransport budgeted = new BudgetTransport(target, 100);

        budgeted.close("--max-time of 1 min was over");

        assertThat(budgeted.send(SAFE).reply())
                .isEqualTo(new NoAnswer(NoAnswer.Cause.BUDGET_SPENT, "nothing was sent: --max-time of 1 min was over"));
        assertThat(target.sent()).isZero();
    }

    @Test
    void refuses_less_than_nothing() {
        assertThatThrownBy(() -> new BudgetTransport(new Scripted(status(200)), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a budget can't be below nothing: -1");
    }
}
