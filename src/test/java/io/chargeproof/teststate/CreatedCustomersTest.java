package io.chargeproof.teststate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreatedCustomersTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "=1+1|\"'=1+1\"",
                "+31|\"'+31\"",
                "-1|'-1",
                "@SUM(A1)|\"'@SUM(A1)\"",
                "＝1|\"'＝1\"",
                "＠a|\"'＠a\"",
                " =1|\"' =1\"",
                "\u00a0=1|\"'\u00a0=1\"",
                "\"=1|\"'\"\"=1\"",
                "'=1|\"''=1\"",
                "\t=1|\"\\u0009=1\"",
                "\u200b=1|\"\\u200b=1\"",
                "a\u001b[31m|\"a\\u001b[31m\"",
                "a\u202eb|\"a\\u202eb\"",
                "\uD83D\uDE00|\"\uD83D\uDE00\"",
                "NL-1.2_3|NL-1.2_3",
                "'1|'1",
                "a,\"b\"|\"a,\"\"b\"\"\""
            })
    void keep_the_ids_of_a_target_from_being_formulas_or_unseen(String id, String cell) {
        assertThat(CreatedCustomers.csv(List.of(new CreatedCustomers.Row("CPa11", id, "2026-11-21T20:00:00Z"))))
                .isEqualTo("object_id,id,created\nCPa11," + cell + ",2026-11-21T20:00:00Z\n");
    }

    @org.junit.jupiter.api.Test
    void keep_an_id_on_its_line() {
        assertThat(CreatedCustomers.csv(List.of(new CreatedCustomers.Row("a", "\r\n=1", "t"))))
                .isEqualTo("object_id,id,created\na,\"\\u000d\\u000a=1\",t\n");
    }
}
