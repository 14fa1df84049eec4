package io.chargeproof.api.evcnet;

import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.Secret;
import io.chargeproof.profile.SecretMembers;
import io.chargeproof.requirement.Api;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the EVC-net Customer API is, and the test data for it.
 *
 * @param baseUrl what {@code /api/rest/customer} is appended to; no trailing slash
 * @param token the system user's token
 * @param customerIdPath where a create's answer shows the id, as member names joined by dots
 * @param customer members merged over the documented create body; values are of JSON's types
 * @param update members merged over the documented update body
 * @param emailDomain under which every customer gets an address of its own
 * @param cards the pool of cards that may be attached; an attached card is spent
 * @param cardCustomer an existing customer that cards may be attached to again and again
 * @param unknownCustomerId an id that no customer has
 */
public record EvcNetTarget(
        URI baseUrl,
        Secret token,
        @Nullable String customerIdPath,
        Map<String, Object> customer,
        Map<String, Object> update,
        String emailDomain,
        List<String> cards,
        @Nullable String cardCustomer,
        @Nullable String unknownCustomerId)
        implements ApiTarget {
    public EvcNetTarget {
        customer = Collections.unmodifiableMap(new LinkedHashMap<>(customer));
        update = Collections.unmodifiableMap(new LinkedHashMap<>(update));
        cards = List.copyOf(cards);
    }

    /** What a profile says of the Customer API, unless that is out of scope. */
    public static @Nullable EvcNetTarget of(Profile profile) {
        return profile.find(EvcNetModule.API).map(EvcNetTarget.class::cast).orElse(null);
    }

    @Override
    public Api api() {
        return EvcNetModule.API;
    }

    @Override
    public URI address() {
        return baseUrl;
    }

    @Override
    public Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put(token.value(), token.name());
        SecretMembers.in(customer, "EVC_NET").forEach(secrets::putIfAbsent);
        SecretMembers.in(update, "EVC_NET").forEach(secrets::putIfAbsent);
        return secrets;
    }

    @Override
    public Set<String> accounts() {
        return Set.of("the Customer API at " + baseUrl);
    }

    /** The sandbox's customer keeps cards where one of the target's does. */
    @Override
    public EvcNetTarget standIn(ApiTarget sandbox, String spare) {
        EvcNetTarget there = (EvcNetTarget) sandbox;
        return new EvcNetTarget(
                there.baseUrl,
                there.token,
                there.customerIdPath,
                there.customer,
                there.update,
                there.emailDomain,
                there.cards.stream().limit(cards.size()).toList(),
                cardCustomer == null ? null : spare,
                null);
    }

    /** The same with other cards. */
    EvcNetTarget withCards(List<String> others) {
        return new EvcNetTarget(
                baseUrl, token, customerIdPath, customer, update, emailDomain, others, cardCustomer, unknownCustomerId);
    }
}
