package io.chargeproof.check;

import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was judged and found, in a scenario or outside of one; safe to use from several threads. */
public final class Findings {
    private final Map<RequirementId, Integer> judged = new HashMap<>();
    private final Map<RequirementId, List<String>> observed = new TreeMap<>();
    private final List<Finding> found = new ArrayList<>();

    /** Counts a judgement on a requirement, whatever came of it. */
    public synchronized void judged(RequirementId requirement) {
        judged.merge(requirement, 1, Integer::sum);
    }

    /** Adds a finding. */
    public synchronized void add(Finding finding) {
        found.add(finding);
    }

    /** Adds what a target does where the document leaves it open. */
    public synchronized void observed(RequirementId requirement, String words) {
        observed.computeIfAbsent(requirement, each -> new ArrayList<>()).add(words);
    }

    /** How many judgements were made on each requirement. */
    public synchronized Map<RequirementId, Integer> judgements() {
        return Map.copyOf(judged);
    }

    /** The findings in the order in which they were made. */
    public synchronized List<Finding> found() {
        return List.copyOf(found);
    }

    /** What was observed, by requirement. */
    public synchronized Map<RequirementId, List<String>> observations() {
        Map<RequirementId, List<String>> copy = new TreeMap<>();
        observed.forEach((requirement, words) -> copy.put(requirement, List.copyOf(words)));
        return copy;
    }
}
