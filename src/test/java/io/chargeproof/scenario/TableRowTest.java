package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cucumber.datatable.DataTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableRowTest {
    private final List<TableRow> rows = TableRow.of(DataTable.create(
            List.of(List.of("member", "value"), List.of("city", "Gouda"), Arrays.asList("info", null))));

    @Test
    void has_its_cells_by_the_titles_of_their_columns() {
        assertThat(rows)
                .containsExactly(
                        new TableRow(Map.of("member", "city", "value", "Gouda")),
                        new TableRow(Map.of("member", "info", "value", "")));
        assertThat(rows.get(0).get("value")).isEqualTo("Gouda");
        assertThat(rows.get(1).get("value")).isEmpty();
    }

    @Test
    void knows_its_columns() {
        assertThat(rows.get(0).has("value")).isTrue();
        assertThat(rows.get(0).has("Gouda")).isFalse();
        assertThatThrownBy(() -> rows.get(0).get("values"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the table has no column 'values'; its columns are [member, value]");
    }

    @Test
    void is_none_of_the_titles_alone() {
        assertThat(TableRow.of(DataTable.create(List.of(List.of("member"))))).isEmpty();
    }
}
