package io.chargeproof.sandbox.evcnet;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The customers and cards that there are; safe under many threads. */
public final class CustomerRecords {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private final AtomicLong lastId = new AtomicLong(1_000_000);
    private final Map<Long, ObjectNode> customers = new ConcurrentHashMap<>();
    private final Cards cards = new Cards();

    /** Adds a customer and gives it an id. */
    public long add(ObjectNode members) {
        long id = lastId.incrementAndGet();
        customers.put(id, kept(members));
        return id;
    }

    /** The id that the text is, where a customer has it. */
    public OptionalLong find(String id) {
        if (!looksLikeAnId(id)) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(id);
        return customers.containsKey(number) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** Whether a customer could have such an id. */
    static boolean looksLikeAnId(String id) {
        return ID.matcher(id).matches();
    }

    /** Sets the members that are given and not null. */
    public void change(long id, ObjectNode members) {
        customers.computeIfPresent(id, (same, before) -> before.deepCopy().setAll(kept(members)));
    }

    /** The cards. */
    public Cards cards() {
        return cards;
    }

    private static ObjectNode kept(ObjectNode members) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        members.properties().stream()
                .filter(member ->
                        member.getValue().isValueNode() && !member.getValue().isNull())
                .filter(member -> !member.getKey().equals("password"))
                .forEach(member -> kept.set(member.getKey(), member.getValue()));
        return kept;
    }
}
