package io.chargeproof.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Headers.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersTest {
    private static final Field TYPE = new Field("Content-Type", "application/json");

    @Test
    void stay_as_they_are_where_there_is_room() {
        Headers few = new Headers(List.of(TYPE, new Field("Date", "now")));

        assertThat(few.within(1000)).isSameAs(few);
        assertThat(few.size()).isEqualTo(32 + 11);
    }

    @Test
    void say_how_many_are_left_out_and_keep_what_tells_how_to_read_the_answer() {
        List<Field> fields = new ArrayList<>(Collections.nCopies(900, new Field("X-Padding", "x".repeat(287))));
        fields.add(TYPE);
        fields.add(TYPE);

        Headers kept = new Headers(fields).within(600);

        assertThat(kept.fields())
                .containsExactly(
                        fields.get(0),
                        fields.get(1),
                        TYPE,
                        new Field("X-Chargeproof-Left-Out", "899 of 902 header fields, for want of room"));
    }
}
