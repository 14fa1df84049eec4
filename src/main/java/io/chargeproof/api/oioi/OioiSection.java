package io.chargeproof.api.oioi;

import io.chargeproof.profile.Secret;
import io.chargeproof.profile.Secrets;
import io.chargeproof.profile.Section;
import io.chargeproof.profile.WebAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the part of a profile that is about OIOI. */
final class OioiSection {
    static final List<String> KEYS = List.of("endpoint", "api-key", "valid-vat", "users");
    static final List<String> USERS = List.of("primary", "secondary", "sparse");
    static final List<String> USER = List.of("username", "token", "password", "evco-id", "rfid", "details");
    private static final String EXAMPLE = "https://dev-api.plugsurfing.com/api/v4/request";

    private final Section section;
    private final Map<String, String> roles = new HashMap<>();

    OioiSection(Section section) {
        this.section = section;
    }

    OioiTarget read() {
        String endpoint = section.text("endpoint", EXAMPLE);
        Optional<Section> users = section.section("users", USERS);
        return new OioiTarget(
                WebAddress.of(endpoint, section.place("endpoint"), EXAMPLE),
                new Secrets(section).optional("api-key", "OIOI_API_KEY").orElse(null),
                section.optionalText("valid-vat").orElse(null),
                user(users, "primary"),
                user(users, "secondary"),
                user(users, "sparse"));
    }

    private @Nullable TestUser user(Optional<Section> users, String role) {
        return users.flatMap(section -> section.section(role, USER))
                .map(user -> user(user, role))
                .orElse(null);
    }

    private TestUser user(Section user, String role) {
        String username = user.text("username", "the account's name");
        String other = roles.putIfAbsent(username, role);
        if (other != null) {
            throw user.place("username")
                    .fault("is the account that '" + other + "' is; name another, or leave '" + role + "' out");
        }
        String prefix = "OIOI_" + role.toUpperCase(Locale.ROOT);
        Secrets secrets = new Secrets(user);
        Secret password =
                secrets.optionalInJson("password", prefix + "_PASSWORD").orElse(null);
        return new TestUser(
                username,
                password == null
                        ? secrets.required("token", prefix + "_TOKEN")
                        : secrets.optional("token", prefix + "_TOKEN").orElse(null),
                password,
                user.optionalText("evco-id").orElse(null),
                user.optionalText("rfid").orElse(null),
                new UserDetails(user).read().orElse(null));
    }
}
