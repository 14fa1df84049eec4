package io.chargeproof.contract;

import au.com.dius.pact.core.pactbroker.ConsumerVersionSelectors;
import au.com.dius.pact.core.support.json.JsonParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which pacts of a provider a broker is to give: those of the consumers' versions that any of these chooses.
 *
 * @param branches the latest of each of these branches
 * @param mainBranch the latest of each consumer's main branch
 * @param matchingBranch the latest of the branch that is called as the provider's
 * @param environments those that are in one of these environments
 * @param deployed those that are deployed anywhere
 * @param deployedOrReleased those that are deployed or released anywhere
 * @param selectors others, as JSON objects of Pact
 * @param pending whether the broker is to say which the provider isn't held to yet
 * @param wipSince since when work in progress is to be given too, or null; it is pending always
 * @param providerBranch the provider's branch, or null
 */
public record PactSelection(
        List<String> branches,
        boolean mainBranch,
        boolean matchingBranch,
        List<String> environments,
        boolean deployed,
        boolean deployedOrReleased,
        List<String> selectors,
        boolean pending,
        @Nullable LocalDate wipSince,
        @Nullable String providerBranch) {
    /** The newest of each consumer. */
    public static final PactSelection NEWEST =
            new PactSelection(List.of(), false, false, List.of(), false, false, List.of(), false, null, null);

    private static final String LATEST = "{\"latest\": true}";

    public PactSelection {
        branches = List.copyOf(branches);
        environments = List.copyOf(environments);
        selectors = List.copyOf(selectors);
        if (matchingBranch && providerBranch == null) {
            throw ContractFault.configuration(
                    "--matching-branch needs the provider's branch, which the environment doesn't tell; give"
                            + " --provider-branch");
        }
    }

    /** Whether anything but the newest is asked for. */
    public boolean isNarrowed() {
        return !chosen().isEmpty();
    }

    List<ConsumerVersionSelectors> inPact() {
        List<ConsumerVersionSelectors> all = chosen();
        return all.isEmpty() ? List.of(raw(LATEST)) : all;
    }

    private List<ConsumerVersionSelectors> chosen() {
        List<ConsumerVersionSelectors> all = new ArrayList<>();
        if (mainBranch) {
            all.add(ConsumerVersionSelectors.MainBranch.INSTANCE);
        }
        if (matchingBranch) {
            all.add(ConsumerVersionSelectors.MatchingBranch.INSTANCE);
        }
        branches.forEach(each -> all.add(new ConsumerVersionSelectors.Branch(each)));
        environments.forEach(each -> all.add(new ConsumerVersionSelectors.Environment(each)));
        if (deployed) {
            all.add(raw("{\"deployed\": true}"));
        }
        if (deployedOrReleased) {
            all.add(ConsumerVersionSelectors.DeployedOrReleased.INSTANCE);
        }
        selectors.forEach(each -> all.add(raw(each)));
        return all;
    }

    private static ConsumerVersionSelectors raw(String selector) {
        try {
            if (JsonMapper.shared().readTree(selector) instanceof ObjectNode object && !object.isEmpty()) {
                return new ConsumerVersionSelectors.RawSelector(JsonParser.parseString(object.toString()));
            }
        } catch (JacksonException e) {
            // Said below, with what to write instead.
        }
        throw ContractFault.configuration("--consumer-version-selector takes a JSON object such as"
                + " {\"tag\": \"prod\", \"latest\": true}, not '" + selector + "'");
    }

    /** The same for a sentence. */
    String inWords() {
        return inPact().stream()
                .map(each -> each.toJson().serialise())
                .reduce((one, other) -> one + ", " + other)
                .orElse(LATEST);
    }
}
