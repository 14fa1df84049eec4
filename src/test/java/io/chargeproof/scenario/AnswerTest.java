package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.exchange.HttpAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
    private static final HttpAnswer HTTP = Answers.json(
            201,
            "{\"user\":{\"zip\":\"3011\",\"age\":40,\"none\":null,\"list\":[{\"a\":1},[\"x\"]],\"0\":\"zero\",\"a/b\":{\"~\":1}}}");

    private final Answer answer = new Answer(HTTP);

    @Test
    void has_what_came_over_http() {
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("content-type")).contains("application/json");
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.body()).isEqualTo(HTTP.body().text()).startsWith("{\"user\":");
    }

    /** Text as it is, and anything else as JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "user.zip           | 3011",
                "/user/zip          | 3011",
                "user.age           | 40",
                "user.none          | null",
                "user.list          | [{\"a\":1},[\"x\"]]",
                "user.list.0.a      | 1",
                "user.list.1.0      | x",
                "/user/list/1/0     | x",
                "user.0             | zero",
                "user.a/b.~         | 1",
                "/user/a~1b/~0      | 1",
                "user.list.2        |",
                "user.list.a        |",
                "user.list.99999999999 |",
                "user.zip.0         |",
                "user.              |",
                "phone              |",
                "/phone             |"
            })
    void has_the_member_at_a_path(String path, @Nullable String member) {
        assertThat(answer.member(path)).isEqualTo(Optional.ofNullable(member));
    }

    @Test
    void has_no_member_where_it_is_no_json() {
        assertThat(new Answer(Answers.typed(200, "text/html", "<html>")).member("user"))
                .isEmpty();
    }

    /** RFC 6901 escapes a tilde and a slash within a name. */
    @ParameterizedTest
    @CsvSource({
        "user.list.0.a, /user/list/0/a",
        "/user/list/0,  /user/list/0",
        "/a.b,          /a.b",
        "a/b.~1,        /a~1b/~01"
    })
    void has_a_pointer_for_each_path(String path, String pointer) {
        assertThat(Answer.pointer(path)).isEqualTo(pointer);
    }
}
