package io.chargeproof.api.oioi;

import io.chargeproof.profile.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a call says which user it is about. */
public enum IdentifierType {
    USERNAME("username", "(?s).+"),
    EVCO_ID("evco-id", "[A-Za-z]{2}[*-]?[A-Za-z0-9]{3}[*-]?[A-Za-z0-9]{6,9}[*-]?[0-9Xx]?"),
    RFID("rfid", "(?:[0-9A-F]{8}|[0-9A-F]{14}|[0-9A-F]{20})"),
    /** Only known to {@code user-post-details}. */
    TOKEN("token", "(?s).+");

    private final String label;
    private final Pattern form;

    IdentifierType(String label, String form) {
        this.label = label;
        this.form = Pattern.compile(form);
    }

    /** The type that features call so, such as "EVCO ID". */
    public static IdentifierType called(String words) {
        String label = words.toLowerCase(Locale.ROOT).replace(' ', '-');
        return Stream.of(values())
                .filter(type -> type.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no identifier-type is called '" + words + "'"));
    }

    /** The value of {@code identifier-type}. */
    public String label() {
        return label;
    }

    /** Whether a text might identify somebody so; EVCO IDs and RFIDs have a form of their own. */
    boolean isWellFormed(String identifier) {
        return form.matcher(identifier).matches();
    }

    /** What identifies this user so, if the profile knows it. */
    public Optional<String> of(TestUser user) {
        return switch (this) {
            case USERNAME -> Optional.of(user.username());
            case EVCO_ID -> Optional.ofNullable(user.evcoId());
            case RFID -> Optional.ofNullable(user.rfid());
            case TOKEN -> Optional.ofNullable(user.knownToken()).map(Secret::value);
        };
    }
}
