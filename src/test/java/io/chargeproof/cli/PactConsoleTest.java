package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PactConsoleTest {
    private static final String LINE =
            "   7  verified      driver-app: user-get-details: a wrong user token isn't authenticated (OIOI-AUTH-2)";

    @Test
    void ends_lines_between_words_on_a_terminal() {
        assertThat(PactConsole.wrapped(LINE, new Screen(true, true, 80, false)))
                .isEqualTo("   7  verified      driver-app: user-get-details: a wrong user token isn't\n"
                        + "                    authenticated (OIOI-AUTH-2)");
    }

    @Test
    void keeps_a_line_elsewhere_or_where_there_is_room() {
        assertThat(PactConsole.wrapped(LINE, new Screen(false, false, 80, false)))
                .isEqualTo(LINE);
        assertThat(PactConsole.wrapped(LINE, new Screen(true, true, 120, false)))
                .isEqualTo(LINE);
    }
}
