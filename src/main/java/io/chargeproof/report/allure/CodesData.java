package io.chargeproof.report.allure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.report.AnswerCode;
import io.chargeproof.report.AnswerCodes;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.requirement.ApiDescription;
import io.chargeproof.requirement.Apis;
import io.qameta.allure.Aggregator2;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The data of the tab Codes: what each operation answered, how often, and what of the documented never occurred. */
final class CodesData implements Aggregator2 {
    static final String FILE = "data/codes.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final RedactedReport report;

    CodesData(RedactedReport report) {
        this.report = report;
    }

    @Override
    public void aggregate(Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
        ScenarioLinks links = new ScenarioLinks(report, launches);
        storage.addDataBinary(FILE, JSON.writeValueAsString(data(links)).getBytes(UTF_8));
    }

    private ObjectNode data(ScenarioLinks links) {
        SortedMap<AnswerCode, List<Long>> codes = AnswerCodes.of(report.report().exchanges());
        Map<Long, Integer> places = links.placesByExchange();
        ObjectNode data = JSON.createObjectNode();
        ArrayNode apis = data.putArray("apis");
        for (String api : report.report().target().addresses().keySet()) {
            putApi(api, codes, places, apis.addObject());
        }
        links.putAll(data.putArray("scenarios"));
        return data;
    }

    private static void putApi(
            String api, SortedMap<AnswerCode, List<Long>> codes, Map<Long, Integer> places, ObjectNode into) {
        into.put("api", api).put("title", ApiTitles.of(api));
        Map<String, List<Integer>> documented = documented(api);
        Map<String, Map<AnswerCode, List<Long>>> occurred = new HashMap<>();
        codes.forEach((code, numbers) -> {
            if (code.api().equals(api)) {
                occurred.computeIfAbsent(code.operation(), operation -> new TreeMap<>())
                        .put(code, numbers);
            }
        });
        Set<String> operations = new TreeSet<>(documented.keySet());
        operations.addAll(occurred.keySet());
        ArrayNode list = into.putArray("operations");
        for (String operation : operations) {
            ObjectNode entry = list.addObject().put("operation", operation);
            Map<AnswerCode, List<Long>> answers = occurred.getOrDefault(operation, Map.of());
            putAnswers(answers, documented.get(operation), places, entry.putArray("answers"));
            putMissing(api, answers.keySet(), documented.getOrDefault(operation, List.of()), entry.putArray("missing"));
        }
    }

    private static Map<String, List<Integer>> documented(String api) {
        return Apis.find(api).stream()
                .flatMap(known -> known.operations().stream())
                .collect(Collectors.toMap(ApiDescription.Operation::name, ApiDescription.Operation::documented));
    }

    private static void putAnswers(
            Map<AnswerCode, List<Long>> answers,
            @Nullable List<Integer> documented,
            Map<Long, Integer> places,
            ArrayNode into) {
        answers.forEach((code, numbers) -> {
            ObjectNode row = into.addObject()
                    .put("status", code.status())
                    .put("code", code.resultCode())
                    .put("count", numbers.size())
                    .put("documented", standing(code, documented));
            ArrayNode scenarios = row.putArray("scenarios");
            numbers.stream()
                    .map(places::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(scenarios::add);
            row.put(
                    "outside",
                    numbers.stream()
                            .filter(number -> !places.containsKey(number))
                            .count());
        });
    }

    private static void putMissing(String api, Set<AnswerCode> occurred, List<Integer> documented, ArrayNode into) {
        documented.stream()
                .filter(listed -> occurred.stream().noneMatch(code -> listed.equals(decisive(api, code))))
                .forEach(into::add);
    }

    // Nothing is documented of no answer, nor of an operation that the documents don't have.
    private static String standing(AnswerCode code, @Nullable List<Integer> documented) {
        if (code.status() == null || documented == null) {
            return "open";
        }
        Integer decisive = decisive(code.api(), code);
        if (decisive == null || code.status() >= 500) {
            return "unlisted";
        }
        if (documented.contains(decisive)) {
            return "listed";
        }
        return Apis.resultCodes(code.api())
                        .filter(codes -> codes.general().contains(decisive))
                        .isPresent()
                ? "general"
                : "unlisted";
    }

    private static @Nullable Integer decisive(String api, AnswerCode code) {
        return Apis.resultCodes(api).isPresent() ? code.resultCode() : code.status();
    }
}
