package io.chargeproof.run;

import io.chargeproof.api.ApiModules;
import io.chargeproof.profile.Profile;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.redaction.RequestRedactor;
import io.chargeproof.testdata.HostileValues;
import io.chargeproof.testdata.SecretVariants;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the scenarios send where secrets stand: what they make of the secrets, and values that are none, so that a report can
 * show a request in a way that it can be sent again.
 */
public final class SentValues {
    /** Forms of credentials that have none in them: empty ones, and a name and a password that stand in every copy. */
    private static final Set<String> WITHOUT_SECRET =
            Set.of("", "%", "null", "undefined", "Y2hhcmdlcHJvb2Y6Y2hhcmdlcHJvb2Y=");

    private final Set<String> harmless = new HashSet<>(WITHOUT_SECRET);

    /**
     * The values of runs with a profile.
     *
     * @param said what the scenarios of a run say they send and is no secret
     */
    public SentValues(Profile profile, Set<String> said) {
        harmless.addAll(said);
        HostileValues.all().forEach(value -> text(value.json()).ifPresent(harmless::add));
        profile.apis().forEach(each -> harmless.addAll(each.publicValues()));
    }

    /** What takes these secrets out of requests. */
    public RequestRedactor redactor(Redactor redactor, Map<String, String> namesByValue) {
        Map<String, String> derived = new LinkedHashMap<>();
        namesByValue.forEach((value, name) -> {
            if (value.length() > 1) {
                SecretVariants.steps(value).forEach((made, steps) -> derived.putIfAbsent(made, name + steps));
            }
        });
        derived.keySet().removeAll(namesByValue.keySet());
        return new RequestRedactor(redactor, namesByValue, derived, this::isHarmless);
    }

    private boolean isHarmless(String written) {
        return harmless.contains(written)
                || ApiModules.all().stream().anyMatch(each -> each.isHarmless(written))
                || text("\"" + written + "\"").filter(harmless::contains).isPresent();
    }

    private static Optional<String> text(String json) {
        try {
            JsonNode node = JsonMapper.shared().readTree(json);
            return node == null ? Optional.empty() : node.asStringOpt();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }
}
