package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "once|twice; once, twice",
                "card(s)?; cards, card",
                "(it|each) is (in|out); it is in, it is out, each is in, each is out",
                "^(the|each) one( at once)?$; the one at once, the one, each one at once, each one",
                "code \\d+(?:, \\d+)*( or \\d+)?; code \\d+(?:, \\d+)* or \\d+, code \\d+(?:, \\d+)*",
                "each member|[a-z_.-]+; each member, [a-z_.-]+",
                "a(b(c|d)|e); abc, abd, ae",
                "(open; open",
                "a[bc]+|d; a[bc]+, d",
                "a[bc]*d?; a[bc]*d, a[bc]*",
                "\\w*(x|y); \\w*x, \\w*y",
                "\\d\\d; \\d\\d",
                "a\\; a\\",
                "[ab; [ab",
                "a+|b*; a+, b*",
                "(?:a|b)c; ac, bc",
                "(a|b)*c; (a|b)*c",
                "(a){2}; (a){2}"
            })
    void are_what_a_simple_expression_stands_for(String regex, String forms) {
        assertThat(String.join(", ", Forms.of(regex, 100))).isEqualTo(forms);
    }

    @Test
    void are_no_more_than_asked_for() {
        assertThat(Forms.of("(a|b)(a|b)(a|b)", 3)).isEqualTo(List.of("aaa", "aab", "aba"));
    }
}
