package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.HostileValue.Category;
import io.chargeproof.testdata.HostileValues;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileKindTest {
    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(HostileKind.ANY, EnumSet.noneOf(Category.class)),
                Arguments.of(HostileKind.TEXT, EnumSet.of(Category.WRONG_TYPE, Category.NULL)),
                Arguments.of(
                        HostileKind.STRANGE_TEXT,
                        EnumSet.of(Category.WRONG_TYPE, Category.NULL, Category.EMPTY, Category.BLANK)),
                Arguments.of(HostileKind.WRONG_TYPE, EnumSet.complementOf(EnumSet.of(Category.WRONG_TYPE))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void has_all_values_but_those_of_some_categories(HostileKind kind, Set<Category> without) {
        assertThat(kind.all())
                .isEqualTo(HostileValues.all().stream()
                        .filter(value -> !without.contains(value.category()))
                        .toList());
    }

    @Test
    void includes_what_its_name_says() {
        assertThat(HostileKind.WRONG_TYPE.all())
                .extracting(HostileValue::name)
                .contains("a number")
                .doesNotContain("emoji");
        assertThat(HostileKind.STRANGE_TEXT.all())
                .extracting(HostileValue::name)
                .contains("emoji")
                .doesNotContain("a number");
    }
}
