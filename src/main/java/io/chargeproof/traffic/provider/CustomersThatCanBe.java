package io.chargeproof.traffic.provider;

import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Recent;
import io.chargeproof.traffic.rule.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Tells whether the id that a PUT is sent to can be a customer's: it has the form of one that the target gave, or wrote to. What a
 * PUT gets for another is left open (EVC-UPDATE-4), but for a server error.
 */
final class CustomersThatCanBe {
    private static final int MOST = 10_000;
    private static final int LONGEST = 64;
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

    private final Recent<Form, Boolean> seen = new Recent<>(MOST);

    /** The form of an id at a target: its length and kinds of characters. */
    private record Form(Target target, String kinds) {}

    /** Whether the next one is about what can be a customer, or its answer is one that no id excuses. */
    boolean see(RecordedExchange next) {
        String operation = next.request().purpose().operation();
        int status = next.exchange().status().orElse(0);
        boolean accepted = status / 100 == 2;
        if (operation.equals("create") && accepted) {
            next.answerJson()
                    .ifPresent(json -> values(json).stream()
                            .filter(value -> value.length() <= LONGEST
                                    && DIGIT.matcher(value).find())
                            .forEach(value -> remember(next, value)));
        }
        if (!operation.equals("update") && !operation.equals("attach-card")) {
            return true;
        }
        String path = next.request().uri().getRawPath().replaceFirst("/+$", "");
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (accepted && id.length() <= LONGEST) {
            remember(next, id);
        }
        return accepted || status >= 500 || seen.find(form(next, id)).isPresent();
    }

    private void remember(RecordedExchange next, String id) {
        seen.put(form(next, id), true);
    }

    private static Form form(RecordedExchange next, String id) {
        String kinds = LETTER.matcher(DIGIT.matcher(id).replaceAll("9")).replaceAll("a");
        return new Form(Target.of(next), kinds);
    }

    private static List<String> values(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isValueNode()) {
            String value = node.asString("");
            values.add(value.substring(value.lastIndexOf('/') + 1));
        }
        node.valueStream().forEach(child -> values.addAll(values(child)));
        return values;
    }
}
