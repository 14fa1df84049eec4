package io.chargeproof.oioi;

import io.chargeproof.target.TestUser;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a call says which user it is about. */
public enum IdentifierType {
    USERNAME("username"),
    EVCO_ID("evco-id"),
    RFID("rfid"),
    /** Only known to {@code user-post-details}. */
    TOKEN("token");

    private final String label;

    IdentifierType(String label) {
        this.label = label;
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

    /** What identifies this user so, if the profile knows it. */
    public Optional<String> of(TestUser user) {
        return switch (this) {
            case USERNAME -> Optional.of(user.username());
            case EVCO_ID -> Optional.ofNullable(user.evcoId());
            case RFID -> Optional.ofNullable(user.rfid());
            case TOKEN -> Optional.of(user.token().value());
        };
    }
}
