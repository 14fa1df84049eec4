package io.chargeproof.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarmlessTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ##vso[task.complete]        | # #vso[task.complete]
            ##[error]x                  | # #[error]x
            ::error::x                  | : :error::x
            section_start:1:x           | section_start :1:x
            '::1 and a::'               | '::1 and a::'
            Straße 7 ##                 | Straße 7 ##
            """)
    void what_a_build_server_would_take_for_a_command_gets_a_blank(String text, String shown) {
        assertEquals(shown, Harmless.line(text));
    }

    @ParameterizedTest
    @CsvSource({"10, \\u000a", "27, \\u001b", "8238, \\u202e", "8232, \\u2028", "0, \\u0000"})
    void control_characters_become_readable(int character, String shown) {
        assertEquals("a" + shown + "b", Harmless.line("a" + Character.toString(character) + "b"));
    }
}
