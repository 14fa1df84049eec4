package io.chargeproof.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html        | <html><title> Sign  in </title><p>x | text/html, "Sign in"
            text/html;q=1    | <style>a{}</style><p>Back <b>soon</b> | text/html, "Back soon"
            application/xml  | <Error>NoSuchBucket</Error>         | application/xml, "NoSuchBucket"
            text/plain       | default backend - 404               | text/plain, "default backend - 404"
            ''               | <h1>"It works"</h1>                 | no Content-Type, "'It works'"
            """)
    void is_known_by_its_type_or_its_markup(String type, String body, String words) {
        assertThat(in(type, body).map(WebPage::inWords)).hasValue(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"data\":1}", "{\"data\":", "[1", "\"text\"", "12", "true", "null", ")]}'{\"a\":1}", "", " "})
    void is_not_what_may_be_meant_as_json_whatever_its_type(String body) {
        assertThat(in("text/html", body)).isEmpty();
    }

    private static Optional<WebPage> in(String type, String body) {
        Headers headers = new Headers(List.of(new Headers.Field("Content-Type", type)));
        return WebPage.in(new HttpAnswer(200, headers, Body.of(body), false));
    }
}
