package io.chargeproof.testdata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.Body;
import io.chargeproof.testdata.BrokenBody.Edit;
import io.chargeproof.testdata.BrokenBody.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class BrokenBodyTest {
    private static final List<String> RIGHT = List.of(
            "{\"first_name\":\"Jan\",\"city\":\"'s-Hertogenbosch\",\"info\":\"a: \\\"b\\\", {c}\"}",
            "{\"user-get-details\":{\"user\":{\"identifier-type\":\"username\",\"identifier\":\"u\",\"token\":null}}}",
            "{\"a\":1}",
            "{\"a\":{}}");

    static List<BrokenBody> rejected() {
        return BrokenBody.of(Kind.REJECTED);
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void is_rejected_by_a_strict_parser(BrokenBody broken) {
        for (String right : RIGHT) {
            assertThat(AnswerJson.of(Answers.bytes(broken.inPlaceOf(right).bytes())))
                    .as("%s of %s", broken.name(), right)
                    .isInstanceOf(AnswerJson.Malformed.class);
        }
    }

    static List<BrokenBody> noObject() {
        return BrokenBody.of(Kind.NO_OBJECT);
    }

    @ParameterizedTest
    @MethodSource("noObject")
    void is_JSON_but_no_object(BrokenBody broken) {
        for (String right : RIGHT) {
            assertThat(json(broken.inPlaceOf(right)).isObject()).isFalse();
        }
    }

    @Test
    void is_an_object_without_members() {
        assertThat(BrokenBody.of(Kind.EMPTY_OBJECT))
                .map(broken -> json(broken.inPlaceOf(RIGHT.get(0))))
                .singleElement()
                .matches(json -> json.isObject() && json.isEmpty());
    }

    static List<BrokenBody> tolerated() {
        return BrokenBody.of(Kind.TOLERATED);
    }

    @ParameterizedTest
    @MethodSource("tolerated")
    void is_odd_and_still_has_the_right_members(BrokenBody odd) {
        for (String right : RIGHT) {
            JsonNode json = json(readable(odd, right));

            json(Body.of(right))
                    .properties()
                    .forEach(each -> assertThat(json.get(each.getKey()))
                            .as("%s of %s", odd.name(), right)
                            .isEqualTo(each.getValue()));
        }
    }

    @Test
    void bears_bytes_that_are_not_UTF_8_or_a_mark_where_it_is_said_to() {
        assertThat(AnswerJson.of(Answers.bytes(with(Edit.LATIN_1).bytes())))
                .isEqualTo(new AnswerJson.Malformed("the bytes aren't UTF-8"));
        assertThat(with(Edit.BYTE_ORDER_MARK).bytes()).startsWith(0xef, 0xbb, 0xbf);
        assertThat(with(Edit.LARGE).size()).isBetween(250_000, 1 << 20);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "MEMBER"})
    void is_made_by_each_edit(Edit edit) {
        assertThat(BrokenBody.all()).extracting(BrokenBody::edit).containsOnlyOnce(edit);
        assertThat(with(edit)).isNotEqualTo(Body.of(RIGHT.get(0)));
    }

    @Test
    void has_a_name_of_its_own() {
        assertThat(BrokenBody.all()).extracting(BrokenBody::name).doesNotHaveDuplicates();
    }

    @Test
    void may_have_no_bytes() {
        assertThat(BrokenBody.all())
                .filteredOn(broken -> broken.name().equals("no bytes"))
                .map(broken -> broken.inPlaceOf(RIGHT.get(0)))
                .containsExactly(Body.EMPTY);
    }

    private static Body with(Edit edit) {
        return BrokenBody.all().stream()
                .filter(broken -> broken.edit() == edit)
                .map(broken -> broken.inPlaceOf(RIGHT.get(0)))
                .findFirst()
                .orElseThrow();
    }

    /** What is odd about the bytes undone. */
    private static Body readable(BrokenBody odd, String right) {
        Body body = odd.inPlaceOf(right);
        return switch (odd.edit()) {
            case LATIN_1 -> Body.of(new String(body.bytes(), ISO_8859_1));
            case BYTE_ORDER_MARK -> Body.of(body.text().substring(1));
            default -> body;
        };
    }

    private static JsonNode json(Body body) {
        return AnswerJson.valueOf(Answers.bytes(body.bytes())).orElseThrow();
    }
}
