package io.chargeproof.traffic;

import static io.chargeproof.traffic.seeded.ClientSession.CREATED;
import static io.chargeproof.traffic.seeded.ClientSession.SHOWN;
import static io.chargeproof.traffic.seeded.ClientSession.SUCCESS;
import static io.chargeproof.traffic.seeded.ClientSession.creation;
import static io.chargeproof.traffic.seeded.ClientSession.header;
import static io.chargeproof.traffic.seeded.ClientSession.post;
import static io.chargeproof.traffic.seeded.ClientSession.read;
import static io.chargeproof.traffic.seeded.ClientSession.text;
import static io.chargeproof.traffic.seeded.ClientSession.update;
import static io.chargeproof.traffic.seeded.ClientSession.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.HttpRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes at one target says nothing of another, and what one client was told no other has to know. */
class SeparatePartiesTest {
    private static final String OTHER_CITY = SHOWN.replace("Amsterdam", "Rotterdam");
    private static final String FAILED = "{\"result\":{\"code\":100,\"message\":\"later\"}}";
    private static final UnaryOperator<HttpRequest> SECOND_CUSTOMER = text("\"A1\"", "\"A2\"");

    @ParameterizedTest
    @CsvSource({
        "https://oioi.example.com, https://dev-oioi.example.com",
        "https://oioi.example.com, https://oioi.example.com:8443",
        "https://oioi.example.com/api, https://oioi.example.com/staging/api"
    })
    void a_user_of_one_target_is_not_the_one_of_another(String here, String there) {
        UnaryOperator<HttpRequest> elsewhere = url(here, there);
        HttpRequest card = text(
                        "\"username\",\"identifier\":\"jan@example.com\"", "\"rfid\",\"identifier\":\"04A1B2C3\"")
                .apply(read());

        assertThat(new Traffic()
                        .add(post(), 200, SUCCESS)
                        .add(elsewhere.apply(read()), 200, OTHER_CITY)
                        .add(card, 200, SHOWN)
                        .judged()
                        .broken())
                .isEmpty();
        assertThat(new Traffic()
                        .add(post(), 200, SUCCESS)
                        .add(read(), 200, OTHER_CITY)
                        .judged()
                        .broken())
                .containsExactly("OIOI-POST-5");
    }

    @Test
    void who_leaves_tls_out_writes_to_the_same_target() {
        HttpRequest another = url("https:", "http:")
                .andThen(header("X-Forwarded-Proto", "https"))
                .andThen(text("\"city\":\"Amsterdam\"", "\"city\":\"Rotterdam\""))
                .apply(post());
        assertThat(new Traffic()
                        .add(post(), 200, SUCCESS)
                        .add(another, 200, SUCCESS)
                        .add(read(), 200, OTHER_CITY)
                        .judged()
                        .broken())
                .isEmpty();
    }

    @Test
    void two_targets_and_two_clients_may_give_the_same_id() {
        UnaryOperator<HttpRequest> elsewhere = url("evc.example", "evc-a.example");
        UnaryOperator<HttpRequest> somebodyElse = header("Authorization", "Token tok-9999-zyxwvu");
        for (UnaryOperator<HttpRequest> other : List.of(elsewhere, somebodyElse)) {
            HttpRequest second = other.apply(
                    header("X-Request-ID", "2").andThen(SECOND_CUSTOMER).apply(creation()));
            assertThat(new Traffic()
                            .add(creation(), 200, CREATED)
                            .add(second, 200, CREATED)
                            .add(header("X-Request-ID", "3").apply(update()), 200, "{}")
                            .add(other.apply(header("X-Request-ID", "4").apply(update())), 200, "{}")
                            .judged()
                            .broken())
                    .isEmpty();
        }
    }

    @Test
    void two_clients_number_their_requests_and_wait_each_for_itself() {
        HttpRequest others = header("Authorization", "Token tok-9999-zyxwvu")
                .andThen(SECOND_CUSTOMER)
                .apply(creation());
        assertThat(new Traffic()
                        .at(0, creation(), 429, "{\"data\":\"slow\"}", "Retry-After", "5")
                        .at(1000, others, 200, CREATED)
                        .at(6000, creation(), 200, CREATED)
                        .judged()
                        .broken())
                .isEmpty();
        assertThat(new Traffic()
                        .at(0, creation(), 429, "{\"data\":\"slow\"}", "Retry-After", "5")
                        .at(1000, SECOND_CUSTOMER.apply(creation()), 200, CREATED)
                        .judged()
                        .broken())
                .containsExactly("EVC-CLIENT-10", "EVC-CLIENT-4");
    }

    @Test
    void a_customer_that_another_client_wrote_to_may_be_an_old_one() {
        HttpRequest old = header("Authorization", "Token tok-9999-zyxwvu")
                .andThen(header("X-Request-ID", "2"))
                .andThen(url("/77", "/12"))
                .apply(update());
        assertThat(new Traffic()
                        .add(creation(), 200, CREATED)
                        .add(old, 400, "{\"data\":\"street\"}")
                        .judged()
                        .broken())
                .isEmpty();
    }

    @Test
    void two_keys_are_two_clients_that_try_again() {
        HttpRequest others = header("Authorization", "key=key-9999-zyxwvu").apply(read());
        assertThat(new Traffic()
                        .at(0, read(), 503, FAILED, "Retry-After", "10")
                        .at(1000, others, 200, SHOWN)
                        .judged()
                        .broken())
                .isEmpty();
        assertThat(new Traffic()
                        .at(0, read(), 503, FAILED, "Retry-After", "10")
                        .at(1000, read(), 200, SHOWN)
                        .judged()
                        .broken())
                .containsExactly("OIOI-CLIENT-10");
    }

    @Test
    void retries_with_a_fixed_pause_are_one_fault() {
        Judged judged = new Traffic()
                .at(0, read(), 503, FAILED)
                .at(1000, read(), 503, FAILED)
                .at(2000, read(), 503, FAILED)
                .at(3000, read(), 503, FAILED)
                .at(4000, read(), 200, SHOWN)
                .judged();
        assertThat(judged.result("OIOI-CLIENT-10").findings()).hasSize(1);
    }
}
