package io.chargeproof.api.oioi;

import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.Secret;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.RequirementId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where OIOI is, and the test users there.
 *
 * @param endpoint the one address that takes every call
 * @param apiKey the partner's key; without it no key is sent and the requirements on keys are out of scope
 * @param validVat a VAT number that the target accepts
 * @param primary the user most scenarios are about
 * @param secondary another user
 * @param sparse a user with no optional details on record
 */
public record OioiTarget(
        URI endpoint,
        @Nullable Secret apiKey,
        @Nullable String validVat,
        @Nullable TestUser primary,
        @Nullable TestUser secondary,
        @Nullable TestUser sparse)
        implements ApiTarget {
    /** The last of the rows on keys that can't be tried without one; whether one is given away doesn't depend on it. */
    private static final int LAST_ROW_OF_KEYS = 2;

    /** What a profile says of OIOI, unless that is out of scope. */
    public static @Nullable OioiTarget of(Profile profile) {
        return profile.find(OioiModule.API).map(OioiTarget.class::cast).orElse(null);
    }

    @Override
    public Api api() {
        return OioiModule.API;
    }

    @Override
    public URI address() {
        return endpoint;
    }

    /** The same with other users in the places of those that it has. */
    OioiTarget withUsers(UnaryOperator<TestUser> other) {
        return new OioiTarget(
                endpoint,
                apiKey,
                validVat,
                primary == null ? null : other.apply(primary),
                secondary == null ? null : other.apply(secondary),
                sparse == null ? null : other.apply(sparse));
    }

    /** The users that the profile has. */
    public List<TestUser> users() {
        return Stream.of(primary, secondary, sparse).flatMap(Stream::ofNullable).toList();
    }

    @Override
    public Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        if (apiKey != null) {
            secrets.put(apiKey.value(), apiKey.name());
        }
        users().forEach(user -> Stream.of(user.knownToken(), user.password())
                .filter(Objects::nonNull)
                .forEach(secret -> secrets.putIfAbsent(secret.value(), secret.name())));
        return secrets;
    }

    @Override
    public Set<String> publicValues() {
        return users().stream()
                .flatMap(user -> Stream.of(user.username(), user.evcoId(), user.rfid()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> accounts() {
        Set<String> accounts = new LinkedHashSet<>();
        users().forEach(user -> accounts.add("the user " + user.username() + " at " + endpoint));
        return accounts;
    }

    @Override
    public Optional<String> reasonAgainst(RequirementId requirement) {
        if (!requirement.prefix().equals(OioiModule.API.prefix())) {
            return Optional.empty();
        }
        boolean onKeys = requirement.area().equals("KEY") && requirement.number() <= LAST_ROW_OF_KEYS;
        if (apiKey == null && onKeys) {
            return Optional.of("the profile has no oioi.api-key");
        }
        boolean logsIn = primary != null && primary.password() != null;
        return !logsIn && requirement.area().equals("VERIFY")
                ? Optional.of("the profile has no oioi.users.primary.password")
                : Optional.empty();
    }

    @Override
    public OioiTarget standIn(ApiTarget sandbox, String spare) {
        OioiTarget there = (OioiTarget) sandbox;
        return new OioiTarget(
                there.endpoint,
                there.apiKey,
                validVat == null ? null : there.validVat,
                user(primary, there.primary),
                user(secondary, there.secondary),
                user(sparse, there.sparse));
    }

    private static @Nullable TestUser user(@Nullable TestUser wanted, @Nullable TestUser there) {
        return wanted == null || there == null
                ? null
                : new TestUser(
                        there.username(),
                        wanted.hasToken() ? there.token() : null,
                        wanted.password() == null ? null : there.password(),
                        wanted.evcoId() == null ? null : there.evcoId(),
                        wanted.rfid() == null ? null : there.rfid(),
                        null);
    }
}
