package io.chargeproof.sandbox.oioi;

import java.util.Arrays;
import java.util.Optional;

/** How a user can be identified. */
public enum IdentifierType {
    EVCO_ID("evco-id"),
    RFID("rfid"),
    USERNAME("username"),
    TOKEN("token");

    private final String label;

    IdentifierType(String label) {
        this.label = label;
    }

    /** The name in requests. */
    public String label() {
        return label;
    }

    /** The type of a name. */
    static Optional<IdentifierType> named(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }
}
