package io.chargeproof.scenario;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.requirement.RequirementId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A fault of the target on which so much else depends that it is found once, on the requirements that it breaks; what depends on
 * it isn't tested.
 *
 * @param requirements those that it breaks
 * @param operations what it is met in
 * @param status what it is met with
 * @param sentence what was seen, for the reason of what isn't tested
 */
public record Cause(Set<RequirementId> requirements, Set<String> operations, int status, String sentence) {
    private static final int FIRST_FAILURE = 400;

    public Cause {
        requirements = Set.copyOf(requirements);
        operations = Set.copyOf(operations);
    }

    /** The requirements of these IDs. */
    public static Set<RequirementId> rows(String... ids) {
        return Arrays.stream(ids).map(RequirementId::new).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a request failed by it: one that nothing is wrong with, or one that lacks but the right credentials, where it had
     * failed with them too.
     */
    public boolean isBehind(Exchange failed) {
        RequestPurpose purpose = failed.request().purpose();
        return operations.contains(purpose.operation())
                && (status >= FIRST_FAILURE || !purpose.is(RequestTrait.BAD_CREDENTIALS))
                && !purpose.is(RequestTrait.MALFORMED)
                && failed.status().filter(met -> met == status).isPresent();
    }

    /** Whether one of these is a requirement that it breaks. */
    boolean isOn(Collection<RequirementId> some) {
        return some.stream().anyMatch(requirements::contains);
    }

    /** What isn't tested says this. */
    public String reason() {
        return sentence + " (see "
                + requirements.stream().map(RequirementId::value).sorted().collect(Collectors.joining(", ")) + ")";
    }
}
