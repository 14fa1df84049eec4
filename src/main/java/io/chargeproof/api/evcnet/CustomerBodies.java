package io.chargeproof.api.evcnet;

import io.chargeproof.testdata.Letters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documented bodies of create and update, filled with values that are valid for the target. Every customer gets an
 * object ID, an address for mail and names of its own, since a target may want them unique, and a password that nobody can
 * guess.
 */
public final class CustomerBodies {
    private static final int FIRST_HOUSE = 12;
    private static final int HOUSES = 900;

    private static final Set<String> TRUTH = Set.of("true", "false");

    private static final ObjectNode CREATE = read("create");
    private static final ObjectNode UPDATE = read("update");

    private final EvcNetTarget target;
    private final String runId;
    private final Passwords passwords = new Passwords();
    private final AtomicInteger customers = new AtomicInteger();
    private final AtomicInteger updates = new AtomicInteger();

    /**
     * Bodies for a target.
     *
     * @param runId the run's ID, a few lower-case letters and digits; it stands in each customer's object ID and info
     */
    public CustomerBodies(EvcNetTarget target, String runId) {
        this.target = target;
        this.runId = runId;
    }

    /** The members of the documented create body, in its order. */
    public static List<String> createMembers() {
        return List.copyOf(CREATE.propertyNames());
    }

    /** Those of them that are truth values, written as strings. */
    public static List<String> truthValues() {
        return CREATE.properties().stream()
                .filter(member -> TRUTH.contains(member.getValue().asString("")))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The members of the documented update body without its list of cards, in its order. */
    public static List<String> updateMembers() {
        return List.copyOf(UPDATE.propertyNames());
    }

    /** What gives a customer's password away: the profile's, or what all that were made up begin with. */
    public String passwordMark() {
        return target.customer().get("password") instanceof String given ? given : passwords.start();
    }

    /** The passwords that customers got, none of which may come back: each one's own, or the profile's for all. */
    public Set<String> passwords() {
        return target.customer().get("password") instanceof String given ? Set.of(given) : passwords.made();
    }

    /** A complete create body for a new customer. */
    public ObjectNode create() {
        int number = customers.incrementAndGet();
        ObjectNode body = CREATE.deepCopy();
        body.put("object_id", "CP" + runId + number);
        body.put("first_name", "Jan" + Letters.of(number));
        body.put("last_name", "Smit" + Letters.of(number));
        body.put("email", "cp-" + runId + "-" + number + "@" + target.emailDomain());
        body.put("invoice_email", "cp-" + runId + "-" + number + "-invoice@" + target.emailDomain());
        body.put("info", "Chargeproof run " + runId);
        body.put("password", passwords.next());
        body.put("your_reference", "CPREF" + runId + number);
        body.put("company_object_no", "CPOBJ" + runId + number);
        body.put("company_name", "Smit " + Letters.of(number) + " BV");
        merge(body, target.customer());
        return body;
    }

    /**
     * A complete update body, without cards, for the customer that was created with the given body. What the profile says of a
     * member of customers holds in updates too, unless it says otherwise of updates. Each is about another house, since a target
     * may refuse what changes nothing.
     */
    public ObjectNode update(ObjectNode created) {
        ObjectNode body = UPDATE.deepCopy();
        body.put("street_number", String.valueOf(FIRST_HOUSE + updates.getAndIncrement() % HOUSES));
        for (String own : List.of("first_name", "last_name", "company_name", "email", "invoice_email")) {
            created.optional(own).ifPresent(value -> body.set(own, value));
        }
        target.customer().forEach((name, value) -> {
            if (body.has(name)) {
                set(body, name, value);
            }
        });
        merge(body, target.update());
        return body;
    }

    /** An update body for a customer that already was there: it touches what the profile says, and else the documented values. */
    public ObjectNode updateOfAnyone() {
        return update(create());
    }

    /** A list of cards as the value of {@code card_list}. */
    public static JsonNode cardList(List<String> cards) {
        return JsonMapper.shared()
                .valueToTree(cards.stream()
                        .map(card -> Map.of("card_external_id", card))
                        .toList());
    }

    private static void merge(ObjectNode body, Map<String, Object> members) {
        members.forEach((name, value) -> set(body, name, value));
    }

    private static void set(ObjectNode body, String name, Object value) {
        body.set(name, JsonMapper.shared().valueToTree(value));
    }

    private static ObjectNode read(String name) {
        String resource = "/evc-net/" + name + ".json";
        try (InputStream in = CustomerBodies.class.getResourceAsStream(resource)) {
            return (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(in, resource + " is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can't be read", e);
        }
    }
}
