package io.chargeproof.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InertTextTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "<img src=x onerror=window.PWNED=1>|‹img src=x onerror=window.PWNED=1›",
                "&lt;img src=x&gt;|＆lt;img src=x＆gt;",
                "&#60;img&#x3e;|＆#60;img＆#x3e;",
                "&ltimg|＆ltimg",
                "x://\" onmouseover=a|x: //\" onmouseover=a",
                "javascript://%0Aalert(1)|javascript: //%0Aalert(1)",
                "https://evc-a.evc-net.com/\" onclick=a|https: //evc-a.evc-net.com/\" onclick=a",
                "a\u001b[31mred\u202e|a\\u001b[31mred\\u202e"
            })
    void is_no_markup_whether_a_view_escapes_it_or_not(String said, String shown) {
        assertThat(InertText.of(said)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "https://evc-a.evc-net.com:8443/api?a=b#c",
                "a & b, a&b=c, \"quoted\" 'text' ü €",
                "see http://127.0.0.1:1/x or not"
            })
    void stays_as_it_is_where_it_is_harmless(String said) {
        assertThat(InertText.of(said)).isEqualTo(said);
    }
}
