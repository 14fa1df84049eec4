package io.chargeproof.sandbox.provider;

import io.chargeproof.requirement.RequirementId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a list of variations: a YAML list of {@code id}, {@code requirement} and {@code sentence}. */
public final class VariationSheet {
    private static final Set<String> KEYS = Set.of("id", "requirement", "sentence");

    private VariationSheet() {}

    /**
     * A row of the list.
     *
     * @param id the name, unique in its list
     * @param requirement the requirement that it is about
     * @param sentence what the provider does, and what the document says
     */
    public record Row(String id, RequirementId requirement, String sentence) {}

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
        if (!row.keySet().equals(KEYS)) {
            throw new IllegalStateException(
                    resource + ": each row has id, requirement and sentence, but one has " + row);
        }
        return new Row(text(row, "id"), new RequirementId(text(row, "requirement")), text(row, "sentence"));
    }

    private static String text(Map<?, ?> row, String key) {
        return Objects.requireNonNull(row.get(key), key).toString();
    }
}
