package io.chargeproof.contract;

import au.com.dius.pact.core.pactbroker.TestResult;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import io.chargeproof.check.Outcome;
import io.chargeproof.contract.matching.Mismatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a broker what became of its pacts: success where every interaction of a pact is kept, failure where one is broken.
 * Where none is broken and one wasn't tested, nothing is told.
 */
public final class ResultPublication {
    private static final String RESULTS = "pb:publish-verification-results";

    private final Broker broker;
    private final CodeVersion provider;
    private final String program;
    private final UnaryOperator<String> redacting;
    private boolean hasItsBranch;

    /**
     * A publication at a broker.
     *
     * @param provider the version that was verified
     * @param program the version of this program
     * @param redacting takes secrets out of what is told
     */
    public ResultPublication(Broker broker, CodeVersion provider, String program, UnaryOperator<String> redacting) {
        this.broker = broker;
        this.provider = provider;
        this.program = program;
        this.redacting = redacting;
    }

    /**
     * Publishes the results of whole pacts.
     *
     * @param said is told a sentence for each pact
     * @throws ContractFault if the broker doesn't take them
     */
    public void publish(List<VerifiedInteraction> verified, Consumer<String> said) {
        Map<BrokeredPact, List<VerifiedInteraction>> byPact = new LinkedHashMap<>();
        for (VerifiedInteraction each : verified) {
            BrokeredPact pact = each.interaction().pact();
            if (pact != null) {
                byPact.computeIfAbsent(pact, unused -> new ArrayList<>()).add(each);
            }
        }
        byPact.forEach((pact, all) -> said.accept(publish(pact, all)));
    }

    private String publish(BrokeredPact pact, List<VerifiedInteraction> all) {
        boolean broken = all.stream().anyMatch(ResultPublication::isBroken);
        List<VerifiedInteraction> open =
                all.stream().filter(each -> !isBroken(each) && !isKept(each)).toList();
        if (!broken && !open.isEmpty()) {
            return "no result was published for " + pact.inWords() + ": of its " + all.size() + " interactions "
                    + open.size() + " " + (open.size() == 1 ? "wasn't" : "weren't") + " tested, such as '"
                    + open.get(0).interaction().description() + "'";
        }
        publishBranch(pact, all.get(0).interaction().provider());
        publish(pact, broken ? failed(all) : new TestResult.Ok(ids(all)));
        return "published for " + pact.inWords() + ": " + (broken ? "failure" : "success")
                + " of the provider's version " + provider.number()
                + (provider.branch() == null ? "" : ", branch " + provider.branch());
    }

    /** What is broken counts as failure at a broker, also where nobody is held to it: so a broker knows what is pending. */
    private static boolean isBroken(VerifiedInteraction each) {
        return each.outcome() == Outcome.VIOLATION || each.outcome() == Outcome.WAIVED;
    }

    private static boolean isKept(VerifiedInteraction each) {
        return each.outcome() == Outcome.CONFORMS;
    }

    /** The version belongs to its branch before there are results of it. */
    private void publishBranch(BrokeredPact pact, String name) {
        String branch = provider.branch();
        if (branch != null && !hasItsBranch) {
            BrokerClient client = broker.client("the branch of the provider's version couldn't be published at");
            Result<Boolean, String> result =
                    Broker.asking(() -> client.publishProviderBranch(pact.links(), name, branch, provider.number()));
            if (result.errorValue() != null) {
                throw ContractFault.configuration(String.valueOf(result.errorValue()));
            }
            hasItsBranch = true;
        }
    }

    private void publish(BrokeredPact pact, TestResult result) {
        if (!(pact.links().get(RESULTS) instanceof Map<?, ?> link) || link.get("href") == null) {
            throw ContractFault.configuration("the broker's pact of " + pact.inWords() + " has no link '" + RESULTS
                    + "', so its result can't be published; see whether the token may write");
        }
        BrokerClient client = broker.client("the result of " + pact.inWords() + " couldn't be published at");
        JsonValue.Object told = client.buildPayload(result, provider.number(), provider.buildUrl());
        told.set(
                "verifiedBy",
                JsonParser.parseString(JsonMapper.shared()
                        .writeValueAsString(Map.of("implementation", "Chargeproof", "version", program))));
        Result<Boolean, Exception> unused =
                Broker.asking(() -> client.newHalClient().postJson(String.valueOf(link.get("href")), told.serialise()));
    }

    private static Set<String> ids(List<VerifiedInteraction> all) {
        Set<String> ids = new LinkedHashSet<>();
        all.stream().map(ResultPublication::id).filter(id -> !id.isEmpty()).forEach(ids::add);
        return ids;
    }

    private static String id(VerifiedInteraction each) {
        return each.interaction().source().id();
    }

    /** What is broken, each with its differences, and what is kept; what wasn't tested is left out. */
    private TestResult failed(List<VerifiedInteraction> all) {
        List<Map<String, Object>> told = new ArrayList<>();
        for (VerifiedInteraction each : all) {
            if (isBroken(each)) {
                each.mismatches().forEach(mismatch -> told.add(told(each, mismatch)));
            } else if (isKept(each) && !id(each).isEmpty()) {
                told.add(Map.of("interactionId", id(each)));
            }
        }
        return new TestResult.Failed(told, "");
    }

    private Map<String, Object> told(VerifiedInteraction each, Mismatch mismatch) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("interactionId", id(each));
        told.put("interactionDescription", each.interaction().description());
        told.put("attribute", attribute(mismatch.place()));
        told.put("identifier", mismatch.place());
        told.put("description", redacting.apply(mismatch.inWords()));
        return told;
    }

    private static String attribute(String place) {
        return place.equals("status") ? "status" : place.equals("body") || place.startsWith("$") ? "body" : "header";
    }
}
