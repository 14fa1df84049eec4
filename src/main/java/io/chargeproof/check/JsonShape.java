package io.chargeproof.check;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chargeproof.requirement.RequirementId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON Schema whose nodes name the requirement that they state in {@code x-requirement}, so that what it rejects becomes a
 * judgement on that requirement with the path of the member.
 */
public final class JsonShape {
    private static final String REQUIREMENT = "x-requirement";
    private static final int SHOWN = 80;

    private final JsonNode source;
    private final Schema schema;
    private final Set<RequirementId> requirements;

    private JsonShape(String text) {
        this.source = JsonMapper.shared().readTree(text);
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        this.requirements = new TreeSet<>();
        collect(source);
    }

    /** Reads a schema from the class path. */
    public static JsonShape of(String resource) {
        try (InputStream in = JsonShape.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource + " is missing").readAllBytes();
            return new JsonShape(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can't be read", e);
        }
    }

    /** The requirements that its nodes name. */
    public Set<RequirementId> requirements() {
        return Set.copyOf(requirements);
    }

    /**
     * Judges a value on each requirement that the schema names.
     *
     * @param where what the value is, for a sentence
     * @param at the JSON Pointer of the value in the answer
     */
    public List<Invariant.Judged> judge(JsonNode value, String where, String at) {
        Map<RequirementId, List<Rejection>> rejections = new TreeMap<>();
        for (Error error : schema.validate(value)) {
            JsonNode node = rejecting(error);
            if (node != null) {
                RequirementId broken = new RequirementId(node.path(REQUIREMENT).stringValue());
                rejections.computeIfAbsent(broken, each -> new ArrayList<>()).add(new Rejection(error, node));
            }
        }
        return requirements.stream()
                .map(each -> new Invariant.Judged(
                        each,
                        rejections.containsKey(each)
                                ? broken(rejections.get(each), value, where)
                                        .at(at + rejections.get(each).get(0).member())
                                : Judgement.HOLDS))
                .toList();
    }

    /** What the validator rejected, and the node of the schema that says why. */
    private record Rejection(Error error, JsonNode node) {
        String member() {
            String missing = error.getProperty() == null ? "" : "/" + error.getProperty();
            return error.getInstanceLocation() + missing;
        }
    }

    private static Judgement broken(List<Rejection> rejections, JsonNode value, String where) {
        Rejection first = rejections.get(0);
        String members = String.join(
                ", ", rejections.stream().map(Rejection::member).distinct().toList());
        JsonNode actual = value.at(first.member());
        return Judgement.broken(
                where + " has a wrong form at " + members,
                first.node().path("description").asString(first.error().getMessage()),
                actual.isMissingNode() ? "nothing" : shown(actual));
    }

    private static String shown(JsonNode actual) {
        String text = actual.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /** The innermost node that names a requirement, around the keyword that rejected the value. */
    private @Nullable JsonNode rejecting(Error error) {
        String location = error.getSchemaLocation().toString();
        JsonNode node = source;
        JsonNode innermost = node.has(REQUIREMENT) ? node : null;
        for (String step : location.substring(location.indexOf('#') + 1).split("/", -1)) {
            if (!step.isEmpty()) {
                node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(unescaped(step));
                innermost = node.has(REQUIREMENT) ? node : innermost;
            }
        }
        return innermost;
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    private void collect(JsonNode node) {
        if (node.path(REQUIREMENT).isString()) {
            requirements.add(new RequirementId(node.path(REQUIREMENT).stringValue()));
        }
        node.valueStream().forEach(this::collect);
    }
}
