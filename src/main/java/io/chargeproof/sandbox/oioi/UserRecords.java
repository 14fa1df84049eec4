package io.chargeproof.sandbox.oioi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The users that there are; safe under many threads. */
public final class UserRecords {
    private final Map<String, User> byUsername = new ConcurrentHashMap<>();
    private final Map<String, User> byToken = new ConcurrentHashMap<>();
    private final Map<String, User> byRfid = new ConcurrentHashMap<>();
    private final Map<String, User> byHolder = new ConcurrentHashMap<>();

    /** Adds a user, whose contract ID has to be one. */
    public void add(User user) {
        byUsername.put(user.username(), user);
        byToken.put(user.token(), user);
        byRfid.put(user.rfid(), user);
        byHolder.put(ContractId.read(user.evcoId()).orElseThrow().holder(), user);
    }

    /** The user with an identifier. Contract IDs compare without separators and case, RFIDs without case. */
    public Optional<User> find(IdentifierType type, String identifier) {
        return switch (type) {
            case USERNAME -> Optional.ofNullable(byUsername.get(identifier));
            case TOKEN -> Optional.ofNullable(byToken.get(identifier));
            case RFID -> Optional.ofNullable(byRfid.get(identifier.toUpperCase(Locale.ROOT)));
            case EVCO_ID -> ContractId.read(identifier).flatMap(this::holder);
        };
    }

    /** Every user. */
    public List<User> all() {
        return List.copyOf(byUsername.values());
    }

    private Optional<User> holder(ContractId id) {
        return Optional.ofNullable(byHolder.get(id.holder()))
                .filter(user -> ContractId.read(user.evcoId()).orElseThrow().means(id));
    }
}
