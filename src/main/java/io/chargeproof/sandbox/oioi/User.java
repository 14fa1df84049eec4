package io.chargeproof.sandbox.oioi;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** A user: what identifies it, and its details, which are replaced as a whole. */
public final class User implements Identified {
    private final String username;
    private final String token;
    private final String password;
    private final String evcoId;
    private final String rfid;
    private final AtomicReference<ObjectNode> details;

    /** A user with these details on record. */
    public User(String username, String token, String password, String evcoId, String rfid, ObjectNode details) {
        this.username = username;
        this.token = token;
        this.password = password;
        this.evcoId = evcoId;
        this.rfid = rfid;
        this.details = new AtomicReference<>(details.deepCopy());
    }

    /** The name, an email address. */
    public String username() {
        return username;
    }

    /** What authenticates the user. */
    public String token() {
        return token;
    }

    /** What the user logs in with, to be given the token. */
    public String password() {
        return password;
    }

    /** The contract ID. */
    public String evcoId() {
        return evcoId;
    }

    /** The UID of the user's card. */
    public String rfid() {
        return rfid;
    }

    /** A copy of the details on record. */
    public ObjectNode details() {
        return details.get().deepCopy();
    }

    /** Replaces the details by what the change makes of a copy of them; others see all of it or nothing. */
    public void change(UnaryOperator<ObjectNode> change) {
        details.updateAndGet(before -> change.apply(before.deepCopy()));
    }
}
