package io.chargeproof.api.oioi;

import io.chargeproof.profile.Section;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is to be put back of a test user; a member that isn't named is null. */
final class UserDetails {
    static final List<String> DETAILS = List.of(
            "first-name",
            "last-name",
            "address",
            "locale",
            "vat",
            "social-security-number",
            "billing-name",
            "billing-address",
            "phone");
    static final List<String> ADDRESS = List.of("street", "street-number", "zip", "city", "country");
    private static final List<String> ADDRESSES = List.of("address", "billing-address");

    private final Section user;

    UserDetails(Section user) {
        this.user = user;
    }

    Optional<Map<String, @Nullable Object>> read() {
        return user.section("details", DETAILS).map(UserDetails::details);
    }

    private static Map<String, @Nullable Object> details(Section written) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        for (String member : DETAILS) {
            details.put(member, ADDRESSES.contains(member) ? address(written, member) : text(written, member));
        }
        return Collections.unmodifiableMap(details);
    }

    private static @Nullable Map<String, @Nullable Object> address(Section written, String member) {
        Optional<Section> found = written.section(member, ADDRESS);
        if (found.isEmpty()) {
            return null;
        }
        Section address = found.get();
        address.text("country", "DE");
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        ADDRESS.forEach(each -> members.put(each, text(address, each)));
        return Collections.unmodifiableMap(members);
    }

    private static @Nullable String text(Section written, String member) {
        return written.optionalText(member).orElse(null);
    }
}
