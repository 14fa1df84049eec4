package io.chargeproof.scenario;

import io.cucumber.datatable.DataTable;
import java.util.List;
import java.util.Map;

/**
 * A row of a table in a scenario, its cells by the titles of their columns.
 *
 * @param cells the cells; an empty cell is an empty text
 */
public record TableRow(Map<String, String> cells) {
    public static List<TableRow> of(DataTable table) {
        List<String> titles = table.row(0);
        return table.cells().stream()
                .skip(1)
                .map(row -> {
                    Map<String, String> cells = new java.util.LinkedHashMap<>();
                    for (int i = 0; i < titles.size(); i++) {
                        String cell = row.get(i);
                        cells.put(titles.get(i), cell == null ? "" : cell);
                    }
                    return new TableRow(cells);
                })
                .toList();
    }

    /** Whether the table has a column of that title. */
    public boolean has(String title) {
        return cells.containsKey(title);
    }

    /** The cell under a title. */
    public String get(String title) {
        String cell = cells.get(title);
        if (cell == null) {
            throw new IllegalArgumentException(
                    "the table has no column '" + title + "'; its columns are " + cells.keySet());
        }
        return cell;
    }
}
