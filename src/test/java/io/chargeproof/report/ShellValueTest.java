package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.testdata.SecretVariants;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellValueTest {
    private static final List<String> SECRETS = List.of(
            "cpsandbox-5d0f4b7e9a1c4c62b8e37f20", "AZaz09fF", "a/b+c=\"d\\e'$(id)`x`~!*?", "x9-", "\\\"", "-n abc%s");

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void gives_the_very_value_that_the_suite_sends(String shell) throws Exception {
        for (String secret : SECRETS) {
            List<String> expected = new ArrayList<>();
            List<String> expressions = new ArrayList<>();
            SecretVariants.steps(secret).forEach((value, steps) -> {
                expected.add(value);
                expressions.add(expression("${NAME" + steps + "}"));
                expected.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
                expressions.add(expression("${NAME" + steps + ":json}"));
            });
            expected.add(secret);
            expressions.add(expression("${NAME}"));
            expected.add(base64("chargeproof:" + secret + ":x"));
            expressions.add(expression("${base64:chargeproof:${NAME}:x}"));

            assertThat(printed(shell, expressions, secret)).isEqualTo(expected);
        }
    }

    @Test
    void is_refused_where_it_is_something_else() {
        assertThatThrownBy(() -> ShellValue.of("${NAME:-$(id)}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'${NAME:-$(id)}' doesn't stand for a secret");
    }

    private static String expression(String text) {
        return ShellValue.of(text).expression();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> printed(String shell, List<String> expressions, String secret) throws Exception {
        StringBuilder script = new StringBuilder();
        expressions.forEach(
                each -> script.append("printf '%s\\n' \"").append(each).append("\"\n"));
        ProcessBuilder builder = new ProcessBuilder(shell, "-c", script.toString()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("NAME", secret, "LC_ALL", "C"));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return out.lines().toList();
    }
}
