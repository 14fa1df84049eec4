package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
    /** What follows from the environment, whether there is a terminal, and what that says of itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                    | true  | err 24 80  | true  | true  | 80  | true",
                "                    | true  | 24 80      | true  | false | 80  | true",
                "NO_COLOR=1          | true  | err 24 80  | true  | true  | 80  | false",
                "NO_COLOR=           | true  | err 24 80  | true  | true  | 80  | true",
                "TERM=dumb           | true  | err 24 80  | true  | false | 80  | false",
                "CI=true             | true  | err 24 80  | false | false | 120 | false",
                "                    | false | err 24 80  | false | false | 120 | false",
                "COLUMNS=90          | false |            | false | false | 120 | false",
                "COLUMNS=90          | true  | err        | true  | true  | 90  | true",
                "COLUMNS=wide        | true  | err        | true  | true  | 120 | true",
                "                    | true  | err 0 0    | true  | true  | 120 | true",
                "                    | true  | err 24 12  | true  | true  | 40  | true",
                "                    | true  | err 24 900 | true  | true  | 200 | true",
            })
    void is_known_by_its_environment(
            @Nullable String environment,
            boolean isTerminal,
            @Nullable String answer,
            boolean terminal,
            boolean canRewrite,
            int columns,
            boolean colour) {
        assertThat(Screen.of(variables(environment), isTerminal, answer == null ? "" : answer))
                .isEqualTo(new Screen(terminal, canRewrite, columns, colour));
    }

    private static Map<String, String> variables(@Nullable String text) {
        return text == null
                ? Map.of()
                : Arrays.stream(text.split(" "))
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }
}
