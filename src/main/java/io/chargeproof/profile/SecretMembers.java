package io.chargeproof.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Members of JSON whose name tells that their value is a secret. */
public final class SecretMembers {
    private static final Pattern SECRET_MEMBER = Pattern.compile("(?i).*(password|token|secret|api.?key).*");

    private final Map<String, String> namesByValue = new LinkedHashMap<>();

    private SecretMembers() {}

    /** Those at any depth of a value: from each value to a name that stands for it and begins with a prefix. */
    public static Map<String, String> in(Object value, String prefix) {
        SecretMembers members = new SecretMembers();
        members.add(prefix, value);
        return members.namesByValue;
    }

    private void add(String prefix, Object value) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> addMember(prefix, String.valueOf(name), member));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> add(prefix, item));
        }
    }

    private void addMember(String prefix, String name, Object value) {
        if (value instanceof String text
                && !text.isEmpty()
                && SECRET_MEMBER.matcher(name).matches()) {
            namesByValue.putIfAbsent(
                    text, (prefix + "_" + name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        } else {
            add(prefix, value);
        }
    }
}
