package io.chargeproof.sandbox.provider;

import io.chargeproof.requirement.RequirementId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads a list of variations: a YAML list of {@code id}, {@code requirement} and {@code sentence}, and of {@code shown-by}
 * where that is another requirement.
 */
public final class VariationSheet {
    private static final String SHOWN_BY = "shown-by";
    private static final Set<String> KEYS = Set.of("id", "requirement", "sentence");

    private VariationSheet() {}

    /**
     * A row of the list.
     *
     * @param id the name, unique in its list
     * @param requirement the requirement that it is about
     * @param sentence what the provider does, and what the document says
     * @param shownBy the requirement whose scenarios bring it about, where those of its own don't
     */
    public record Row(
            String id,
            RequirementId requirement,
            String sentence,
            @Nullable RequirementId shownBy) {}

    /** The rows of a resource of the program, in their order. */
    public static List<Row> read(String resource) {
        try (InputStream yaml = Objects.requireNonNull(VariationSheet.class.getResourceAsStream(resource), resource)) {
            Object rows = new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(yaml);
            return ((List<?>) rows)
                    .stream().map(row -> row(resource, (Map<?, ?>) row)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String resource, Map<?, ?> row) {
        Set<Object> keys = new HashSet<>(row.keySet());
        boolean elsewhere = keys.remove(SHOWN_BY);
        if (!keys.equals(KEYS)) {
            throw new IllegalStateException(resource
                    + ": each row has id, requirement and sentence, and may have shown-by, but one has " + row);
        }
        return new Row(
                text(row, "id"),
                new RequirementId(text(row, "requirement")),
                text(row, "sentence"),
                elsewhere ? new RequirementId(text(row, SHOWN_BY)) : null);
    }

    private static String text(Map<?, ?> row, String key) {
        return Objects.requireNonNull(row.get(key), key).toString();
    }
}
