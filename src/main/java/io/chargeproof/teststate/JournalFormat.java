package io.chargeproof.teststate;

import io.chargeproof.teststate.JournalEntry.CardKept;
import io.chargeproof.teststate.JournalEntry.CardSpent;
import io.chargeproof.teststate.JournalEntry.CustomerAnswered;
import io.chargeproof.teststate.JournalEntry.CustomerAsked;
import io.chargeproof.teststate.JournalEntry.Fate;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The lines of the files: JSON, one value a line. */
final class JournalFormat {
    static final String FORMAT = "chargeproof/ledger/2";

    private JournalFormat() {}

    static ObjectNode of(RunIdentity run) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("ledger", FORMAT).put("run", run.run()).put("started", text(run.started()));
        line.put("target", run.target()).put("kind", run.kind());
        ObjectNode addresses = line.putObject("addresses");
        run.addresses().forEach((api, address) -> addresses.put(api, text(address)));
        run.accounts().forEach(line.putArray("accounts")::add);
        line.put("profile", text(run.profile()));
        return line;
    }

    static RunIdentity run(JsonNode line) {
        SortedMap<String, URI> addresses = new TreeMap<>();
        line.path("addresses").forEachEntry((api, address) -> addresses.put(api, URI.create(address.asString())));
        Set<String> accounts = new LinkedHashSet<>();
        line.path("accounts").forEach(account -> accounts.add(account.asString()));
        String profile = optional(line, "profile");
        return new RunIdentity(
                line.path("run").asString(),
                Instant.parse(line.path("started").asString()),
                line.path("target").asString(),
                line.path("kind").asString(""),
                addresses,
                accounts,
                profile == null ? null : Path.of(profile));
    }

    static ObjectNode of(UserSnapshot user) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("api", user.api()).put("user", user.username()).set("before", user.details());
        return line;
    }

    static UserSnapshot user(JsonNode line) {
        return new UserSnapshot(
                line.path("api").asString(), line.path("user").asString(), (ObjectNode) line.path("before"));
    }

    static ObjectNode of(JournalEntry entry) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        if (entry instanceof CustomerAsked asked) {
            line.put("creating", asked.number()).put("object_id", asked.objectId());
            line.put("at", text(asked.at()));
        } else if (entry instanceof CustomerAnswered answered) {
            line.put("created", answered.number()).put("fate", answered.fate().name());
            line.put("id", answered.id());
        } else if (entry instanceof CardSpent spent) {
            line.put("card-spent", spent.card()).put("customer", spent.customer());
            line.put("at", text(spent.at()));
        } else if (entry instanceof CardKept kept) {
            line.put("card-kept", kept.card());
        }
        return line;
    }

    static JournalEntry entry(JsonNode line) {
        if (line.has("creating")) {
            return new CustomerAsked(
                    line.path("creating").asLong(), line.path("object_id").asString(), at(line));
        }
        if (line.has("created")) {
            return new CustomerAnswered(
                    line.path("created").asLong(),
                    Fate.valueOf(line.path("fate").asString()),
                    line.path("id").asString());
        }
        if (line.has("card-spent")) {
            return new CardSpent(
                    line.path("card-spent").asString(), line.path("customer").asString(), at(line));
        }
        return new CardKept(line.path("card-kept").asString());
    }

    private static Instant at(JsonNode line) {
        return Instant.parse(line.path("at").asString());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String optional(JsonNode line, String name) {
        JsonNode value = line.path(name);
        return value.isString() ? value.asString() : null;
    }
}
