package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final String FILLING = "x".repeat(400);
    private static final String LONG = "{\"user\":{\"first-name\":\"" + FILLING
            + "\",\"address\":{\"zip\":\"10247\",\"country\":\"Germany\"},\"billing-address\":{\"country\":\"Austria\"},"
            + "\"note\":\"" + FILLING + "\"}}";

    @Test
    void is_the_start_where_no_member_is_to_blame() {
        assertThat(Excerpt.of(LONG, "")).isEqualTo(LONG.substring(0, 300));
        assertThat(Excerpt.of(LONG, "/user/first-name")).isEqualTo(LONG.substring(0, 300));
    }

    @Test
    void is_all_of_a_short_body() {
        assertThat(Excerpt.of("{\"a\":{\"b\":1}}", "/a/b")).isEqualTo("{\"a\":{\"b\":1}}");
    }

    @Test
    void shows_the_member_that_stands_behind_the_cut() {
        assertThat(Excerpt.of(LONG, "/user/address/country"))
                .startsWith("…")
                .hasSize(300)
                .contains("\"address\":{\"zip\":\"10247\",\"country\":\"Germany\"}");
    }

    @Test
    void tells_members_of_one_name_apart() {
        String body = "{\"a\":{\"country\":\"one\"},\"f\":\"" + FILLING + FILLING
                + "\",\"b\":{\"country\":\"two\"},\"g\":\"" + FILLING + "\"}";

        assertThat(Excerpt.of(body, "/b/country"))
                .contains("\"b\":{\"country\":\"two\"}")
                .doesNotContain("one");
        assertThat(Excerpt.of(body, "/a/country")).startsWith("{\"a\":{\"country\":\"one\"}");
    }

    @Test
    void shows_the_nearest_around_a_member_that_is_missing() {
        assertThat(Excerpt.of(LONG, "/user/address/street")).contains("\"address\":{\"zip\":\"10247\"");
        assertThat(Excerpt.of(LONG, "/result/code")).isEqualTo(LONG.substring(0, 300));
    }

    /** What stands at the end has nothing behind it, so more of what is before it is shown. */
    @Test
    void uses_all_its_room() {
        String body = "{\"note\":\"" + FILLING + "\",\"result\":{\"code\":0}}";

        assertThat(Excerpt.of(body, "/result/code")).isEqualTo("…" + body.substring(body.length() - 299));
    }

    @Test
    void is_the_start_of_what_is_no_json() {
        String page = "<html>" + FILLING + "\"country\"";

        assertThat(Excerpt.of(page, "/country")).isEqualTo(page.substring(0, 300));
    }

    @Test
    void never_halves_a_character() {
        String body = "{\"n\":\"" + "\uD83D\uDE00".repeat(400) + "\",\"code\":0}";

        assertThat(Excerpt.of(body, "")).hasSize(594);
        for (String pad : new String[] {"", "a"}) {
            String padded = body.replace("\"code\"", "\"" + pad + "\":1,\"code\"");
            String shown = Excerpt.of(padded, "/code");
            assertThat(Character.isLowSurrogate(shown.charAt(1))).isFalse();
            assertThat(shown).endsWith("\"code\":0}");
        }
    }
}
