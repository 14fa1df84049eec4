package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostileTextTest {
    @Test
    void replaces_what_utf_8_cannot_hold() {
        assertThat(WellFormedText.of("a\ud800b😀\udc00")).isEqualTo("a\ufffdb😀\ufffd");
    }

    @Test
    void replaces_what_xml_cannot_hold() {
        assertThat(WellFormedText.forXml("a\u0000\u001b\ud800\uffff\t\n")).isEqualTo("a\ufffd\ufffd\ufffd\ufffd\t\n");
    }

    @Test
    void gives_markdown_nothing_to_interpret() {
        assertThat(Markdown.text("<img src=x> [a](b) *c* | `d`"))
                .isEqualTo("&lt;img src=x&gt; \\[a\\](b) \\*c\\* \\| \\`d\\`");
        assertThat(Markdown.code("a``b|c")).isEqualTo("``` a``b\\|c ```");
        assertThat(Markdown.block("sh", "a\n```\nb")).isEqualTo("````sh\na\n```\nb\n````\n");
    }

    @Test
    void counts_codes_only_where_the_body_states_an_integer() {
        assertThat(AnswerCodes.codeOf(SampleRun.READ).inWords()).isEqualTo("HTTP 200, code 0");
        assertThat(AnswerCodes.codeOf(SampleRun.LOST).inWords()).isEqualTo("no answer");
        assertThat(AnswerCodes.codeOf(SampleRun.CREATE).inWords()).isEqualTo("HTTP 200");
    }
}
