package io.chargeproof.contract;

import java.util.List;
import java.util.Map;

/**
 * A pact as a broker has it; a consumer has several, one for each version whose promises differ.
 *
 * @param consumer whose it is
 * @param version the consumer's version, or empty
 * @param chosen what the broker chose it by, such as {@code latest main}, or empty
 * @param pending whether the provider has never kept it yet, so that it isn't held to it
 * @param wip whether it is there as work in progress alone
 * @param notices what the broker says of it before it is verified
 * @param links its relations, each with its {@code href}
 */
public record BrokeredPact(
        String consumer,
        String version,
        String chosen,
        boolean pending,
        boolean wip,
        List<String> notices,
        Map<String, Object> links) {
    public BrokeredPact {
        notices = List.copyOf(notices);
        links = Map.copyOf(links);
    }

    /** Its consumer, told from the consumer's other versions: {@code driver-app 2.0.0 (latest main)}. */
    public String inWords() {
        return consumer + (version.isEmpty() ? "" : " " + version) + (chosen.isEmpty() ? "" : " (" + chosen + ")");
    }

    /** Why nobody is held to it, or empty. */
    public String leniency() {
        return wip
                ? "work in progress, so pending: what it breaks doesn't fail the verdict"
                : pending ? "pending: what it breaks doesn't fail the verdict" : "";
    }
}
