package io.chargeproof.testdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which hostile values a run sends, decided by its depth, its leave to attack, and its seed. */
public final class HostileValues {
    private static final List<HostileValue> ALL = read();
    private static final int SAMPLE = 2;

    private final boolean every;
    private final boolean attacks;
    private final long seed;

    /**
     * Decides which values are sent.
     *
     * @param every whether every value is sent, or a sample of two a member
     * @param attacks whether markup, SQL, template and path metacharacters are among them
     * @param seed what the sample derives from
     */
    public HostileValues(boolean every, boolean attacks, long seed) {
        this.every = every;
        this.attacks = attacks;
        this.seed = seed;
    }

    /** All values there are. */
    public static List<HostileValue> all() {
        return ALL;
    }

    /** The right value in a list, which a lax target takes for the value. */
    public static HostileValue inAList() {
        return ALL.stream()
                .filter(value -> value.json().equals("[{right}]"))
                .findFirst()
                .orElseThrow();
    }

    /** Those to send in a member; the same for the same seed and member. */
    public List<HostileValue> forMember(String member) {
        return of(member, ALL);
    }

    /** Those of the given values that may be sent at all, in an order that derives from the seed. */
    public List<HostileValue> inAnyOrder(List<HostileValue> values) {
        return shuffled("", allowed(values));
    }

    private List<HostileValue> allowed(List<HostileValue> values) {
        return values.stream()
                .filter(value -> attacks || !value.category().isAttack())
                .filter(value -> every || value.category() != HostileValue.Category.MARKUP)
                .toList();
    }

    /** Those of the given values to send in a member. */
    public List<HostileValue> of(String member, List<HostileValue> values) {
        List<HostileValue> allowed = allowed(values);
        if (every) {
            return allowed;
        }
        return shuffled(member, allowed).subList(0, Math.min(SAMPLE, allowed.size()));
    }

    /** Those of the given values to send in a member, one of each JSON type if not every one. */
    public List<HostileValue> ofEachType(String member, List<HostileValue> values) {
        List<HostileValue> allowed = allowed(values);
        return every
                ? allowed
                : List.copyOf(shuffled(member, allowed).stream()
                        .collect(Collectors.toMap(
                                HostileValue::type, value -> value, (first, later) -> first, LinkedHashMap::new))
                        .values());
    }

    private List<HostileValue> shuffled(String member, List<HostileValue> values) {
        List<HostileValue> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed * 31 + member.hashCode()));
        return shuffled;
    }

    private static List<HostileValue> read() {
        try (InputStream in = HostileValues.class.getResourceAsStream("/testdata/values.json")) {
            JsonNode list = JsonMapper.shared().readTree(Objects.requireNonNull(in, "testdata/values.json is missing"));
            return list.valueStream().map(HostileValues::value).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("testdata/values.json can't be read", e);
        }
    }

    private static HostileValue value(JsonNode entry) {
        return new HostileValue(
                entry.required("name").stringValue(),
                HostileValue.Category.valueOf(entry.required("category").stringValue()),
                entry.has("json") ? entry.required("json").stringValue() : repeated(entry));
    }

    private static String repeated(JsonNode entry) {
        int times = entry.required("times").intValue();
        return entry.required("open").stringValue().repeat(times)
                + entry.required("middle").stringValue()
                + entry.required("close").stringValue().repeat(times)
                + entry.path("tail").asString("");
    }
}
