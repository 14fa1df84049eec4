package io.chargeproof.report.allure;

import io.chargeproof.check.Outcome;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The categories of the Allure report, one for each way in which a scenario isn't plainly passed. */
final class Categories {
    private static final JsonMapper JSON = new JsonMapper();

    private Categories() {}

    /** The file that Allure 2 reads among the results. */
    static String json() {
        return JSON.writeValueAsString(all()) + "\n";
    }

    /** The configuration that Allure 3 reads where it is started; it passes over the file among the results. */
    static String configuration() {
        ObjectNode configuration = JSON.createObjectNode().put("name", "Chargeproof");
        configuration.set("categories", all());
        return JSON.writeValueAsString(configuration) + "\n";
    }

    private static ArrayNode all() {
        ArrayNode categories = JSON.createArrayNode();
        add(categories, "Violations: a MUST is broken", List.of("failed"), Outcome.VIOLATION);
        add(categories, "Warnings: a SHOULD is broken", List.of("passed", "failed", "broken"), Outcome.WARNING);
        add(categories, "Environment: no usable answer", List.of("broken", "failed"), Outcome.INCONCLUSIVE);
        add(categories, "Harness: a fault of Chargeproof", List.of("broken", "failed"), Outcome.HARNESS_ERROR);
        add(categories, "Not tested: test data missing or spent", List.of("skipped"), Outcome.NOT_TESTED);
        add(categories, "Waived: broken, excused until a date", List.of("passed", "failed", "broken"), Outcome.WAIVED);
        categories
                .addObject()
                .put("name", "Intermittent: failed only sometimes")
                .put("flaky", true);
        return categories;
    }

    /** The pattern is read by Java and by JavaScript, which have no flag in common that lets a dot be a line break. */
    private static void add(ArrayNode categories, String name, List<String> statuses, Outcome outcome) {
        ObjectNode category = categories.addObject().put("name", name);
        ArrayNode matched = category.putArray("matchedStatuses");
        statuses.forEach(matched::add);
        category.put("messageRegex", "(?:[\\s\\S]*\\n)?" + outcome.label() + ": [\\s\\S]*");
    }
}
