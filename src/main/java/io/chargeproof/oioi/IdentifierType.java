package io.chargeproof.oioi;

import io.chargeproof.target.TestUser;
import java.util.Optional;

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
