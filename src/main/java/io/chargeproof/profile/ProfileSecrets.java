package io.chargeproof.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what no output may show of a profile. */
final class ProfileSecrets {
    private static final Pattern SECRET_MEMBER = Pattern.compile("(?i).*(password|token|secret|api.?key).*");

    private final Map<String, String> namesByValue = new LinkedHashMap<>();

    private ProfileSecrets() {}

    static Map<String, String> of(Profile profile) {
        ProfileSecrets secrets = new ProfileSecrets();
        secrets.addEvcNet(profile.evcNet());
        secrets.addOioi(profile.oioi());
        secrets.addMembers("STATE", profile.states());
        return Collections.unmodifiableMap(secrets.namesByValue);
    }

    private void addEvcNet(@Nullable EvcNetTarget target) {
        if (target != null) {
            add(target.token());
            addMembers("EVC_NET", target.customer());
            addMembers("EVC_NET", target.update());
        }
    }

    private void addOioi(@Nullable OioiTarget target) {
        if (target != null) {
            add(target.apiKey());
            Stream.of(target.primary(), target.secondary(), target.sparse())
                    .forEach(user -> add(user == null ? null : user.token()));
        }
    }

    private void add(@Nullable Secret secret) {
        if (secret != null) {
            namesByValue.putIfAbsent(secret.value(), secret.name());
        }
    }

    /** Members whose name tells that their value is a secret, at any depth. */
    private void addMembers(String prefix, Object value) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> addMember(prefix, String.valueOf(name), member));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> addMembers(prefix, item));
        }
    }

    private void addMember(String prefix, String name, Object value) {
        if (value instanceof String text
                && !text.isEmpty()
                && SECRET_MEMBER.matcher(name).matches()) {
            namesByValue.putIfAbsent(
                    text, (prefix + "_" + name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        } else {
            addMembers(prefix, value);
        }
    }
}
