package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.recording.RecordedSecrets;
import io.chargeproof.traffic.rule.Recent;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Decides that a customer who is written to is one that an answer gave. Customers from before the recording aren't known, so that
 * only one whom the target refuses as well, and who wasn't used before the first create of the same client, counts as made up.
 */
@Verifies("EVC-CLIENT-9")
final class CustomersAreKnown implements TrafficRule {
    private static final int MOST = 200_000;
    private static final int REFUSED = 400;
    private static final int NOT_FOUND = 404;

    private final Recent<String, Boolean> given = new Recent<>(MOST);
    private final Set<String> whoCreated = new HashSet<>();

    @Override
    public List<Statement> see(RecordedExchange next) {
        if (next.request().purpose().operation().equals("create")) {
            remember(next);
            return List.of();
        }
        return next.request().purpose().operation().equals("other") ? List.of() : judge(next);
    }

    private void remember(RecordedExchange create) {
        boolean accepted =
                create.exchange().status().filter(status -> status / 100 == 2).isPresent();
        if (accepted) {
            whoCreated.add(credential(create));
            create.answerJson().ifPresent(json -> values(json).forEach(id -> given.put(id, true)));
            create.exchange()
                    .answer()
                    .flatMap(answer -> answer.headers().first("Location"))
                    .ifPresent(address -> given.put(last(address), true));
        }
        create.sentJson().ifPresent(json -> given.put(json.path("object_id").asString(""), true));
    }

    private List<Statement> judge(RecordedExchange next) {
        String id = last(next.request().uri().getRawPath());
        int status = next.exchange().status().orElse(0);
        boolean refused = status == REFUSED || status == NOT_FOUND;
        boolean known = given.find(id).isPresent();
        if (!known && !whoCreated.contains(credential(next))) {
            given.put(id, true);
            return List.of();
        }
        return known || refused
                ? List.of(Statement.of(
                        "EVC-CLIENT-9",
                        Judgement.holdsIf(
                                known,
                                "the client writes to a customer whom no answer gave, and the target refuses it",
                                "a customerId from an answer to a create",
                                "customerId " + id + ", HTTP " + status),
                        next))
                : List.of();
    }

    private static String credential(RecordedExchange next) {
        return RecordedSecrets.credential(next.request()).orElse("");
    }

    private static String last(String path) {
        String plain = path.replaceFirst("/+$", "");
        String segment = plain.substring(plain.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plainText) {
            return segment;
        }
    }

    private static List<String> values(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isValueNode()) {
            values.add(last(node.asString("")));
        }
        node.valueStream().forEach(child -> values.addAll(values(child)));
        return values;
    }
}
