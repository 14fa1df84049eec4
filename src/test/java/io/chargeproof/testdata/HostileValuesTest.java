package io.chargeproof.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.check.Answers;
import io.chargeproof.testdata.HostileValue.Category;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class HostileValuesTest {
    private static final List<String> MEMBERS =
            List.of("first_name", "last_name", "city", "email", "info", "phone", "vat_number", "gender");

    static List<HostileValue> values() {
        return HostileValues.all();
    }

    @ParameterizedTest
    @MethodSource("values")
    void are_JSON_of_the_kind_that_they_are_said_to_be(HostileValue value) {
        JsonNode json = json(value, "\"Jan\"");
        String text = json.isString() ? json.stringValue() : "";

        assertThat(value.isText()).isEqualTo(json.isString());
        assertThat(isOf(value.category(), json, text)).as(value.name()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void are_there_for_each_category(Category category) {
        assertThat(HostileValues.all()).extracting(HostileValue::category).contains(category);
        assertThat(category.isAttack()).isEqualTo(category == Category.MARKUP || category == Category.MIXED_MARKUP);
    }

    @Test
    void have_names_and_values_of_their_own() {
        assertThat(HostileValues.all()).extracting(HostileValue::name).doesNotHaveDuplicates();
        assertThat(HostileValues.all()).extracting(HostileValue::json).doesNotHaveDuplicates();
    }

    @Test
    void hold_the_right_value_where_its_type_alone_is_wrong() {
        assertThat(jsonOf("the right value in a list")).isEqualTo("[\"Jan\"]");
        assertThat(jsonOf("the right value in an object")).isEqualTo("{\"v\":\"Jan\"}");
        assertThat(jsonOf("a number")).isEqualTo("12345");
    }

    @Test
    void are_all_sent_where_every_one_is_asked_for() {
        assertThat(new HostileValues(true, true, 1).forMember("city")).isEqualTo(HostileValues.all());
    }

    @Test
    void are_no_attacks_without_leave() {
        assertThat(new HostileValues(true, false, 1).forMember("city"))
                .isEqualTo(HostileValues.all().stream()
                        .filter(value -> !value.category().isAttack())
                        .toList());
        assertThat(new HostileValues(false, false, 1).of("city", attacks())).isEmpty();
    }

    @Test
    void are_long_where_their_length_alone_may_be_refused() {
        assertThat(HostileValues.all().stream().filter(HostileValue::isLong).map(HostileValue::name))
                .contains("60 characters", "200 characters", "10 000 characters", "130 letters of two bytes each")
                .doesNotContain("emoji", "a deeply nested list", "the right value in a list");
    }

    @Test
    void are_all_attacks_at_once_in_a_sample() {
        assertThat(new HostileValues(false, true, 1).inAnyOrder(attacks()))
                .singleElement()
                .extracting(HostileValue::category)
                .isEqualTo(Category.MIXED_MARKUP);
        assertThat(new HostileValues(true, true, 1).inAnyOrder(attacks())).hasSameElementsAs(attacks());
    }

    @Test
    void are_two_a_member_in_a_sample() {
        HostileValues sample = new HostileValues(false, false, 7);

        for (String member : MEMBERS) {
            assertThat(sample.forMember(member))
                    .hasSize(2)
                    .doesNotHaveDuplicates()
                    .noneMatch(value -> value.category().isAttack());
        }
        assertThat(sample.of("city", HostileValues.all().subList(0, 1))).hasSize(1);
        assertThat(sample.of("city", List.of())).isEmpty();
    }

    @Test
    void are_the_same_for_the_same_seed_and_member() {
        for (String member : MEMBERS) {
            assertThat(new HostileValues(false, true, 42).forMember(member))
                    .isEqualTo(new HostileValues(false, true, 42).forMember(member));
        }
    }

    @Test
    void differ_from_member_to_member_and_from_seed_to_seed() {
        Set<List<HostileValue>> byMember = new HashSet<>();
        Set<List<HostileValue>> bySeed = new HashSet<>();
        MEMBERS.forEach(member -> byMember.add(new HostileValues(false, true, 1).forMember(member)));
        for (int seed = 1; seed <= 8; seed++) {
            bySeed.add(new HostileValues(false, true, seed).forMember("city"));
        }

        assertThat(byMember).hasSizeGreaterThan(4);
        assertThat(bySeed).hasSizeGreaterThan(4);
    }

    @Test
    void leave_the_list_that_was_given_as_it_was() {
        List<HostileValue> given = List.copyOf(HostileValues.all());
        new HostileValues(false, true, 3).of("city", given);

        assertThat(given).isEqualTo(HostileValues.all());
    }

    private static boolean isOf(Category category, JsonNode json, String text) {
        return switch (category) {
            case WRONG_TYPE -> !json.isString() && !json.isNull();
            case NULL -> json.isNull();
            case EMPTY -> json.isString() && text.isEmpty();
            case BLANK -> text.isBlank() && !text.isEmpty();
            case ENDS -> isPrintable(text.strip()) && !text.strip().equals(text);
            case LONG -> isPrintable(text) && text.length() == 10_000;
            case TEXT, MARKUP, MIXED_MARKUP ->
                isPrintable(text) && text.strip().equals(text) && composed(text).equals(text);
            case COMPOSED -> isPrintable(text) && !composed(text).equals(text);
            case FORMAT -> has(text, Character.FORMAT) && !has(text, Character.CONTROL);
            case CONTROL -> has(text, Character.CONTROL);
            case SURROGATE -> has(text, Character.SURROGATE);
        };
    }

    private static boolean isPrintable(String text) {
        return !text.isEmpty()
                && Stream.of(Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED)
                        .noneMatch(type -> has(text, type));
    }

    private static boolean has(String text, byte type) {
        return text.codePoints().anyMatch(each -> Character.getType(each) == type);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static List<HostileValue> attacks() {
        return HostileValues.all().stream()
                .filter(value -> value.category().isAttack())
                .toList();
    }

    private static String jsonOf(String name) {
        return HostileValues.all().stream()
                .filter(value -> value.name().equals(name))
                .map(value -> json(value, "\"Jan\"").toString())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(HostileValue value, String right) {
        return AnswerJson.valueOf(Answers.json(200, value.jsonFor(right))).orElseThrow();
    }
}
