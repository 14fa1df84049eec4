package io.chargeproof.traffic.client;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.requirement.Api;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;

/** The rules whose subject is the client. */
public final class ClientRules {
    private ClientRules() {}

    /** Those that look at each request of an API by itself. */
    public static List<TrafficRule> ofRequests(Api api) {
        return api.equals(EvcNetModule.API)
                ? List.of(
                        new OnlyOfferedMethodsAreUsed(),
                        new TokenIsSent(),
                        new HeaderFieldsAreSent(),
                        new BodyIsOneObject(),
                        new MembersAreDocumented(),
                        new CardsAreNamed(),
                        new CustomerValuesHaveTheirForm(),
                        new CredentialIsKeptSafe())
                : List.of(
                        new CallIsOneObject(),
                        new KeyAndTypeAreSent(),
                        new UserIsNamed(),
                        new DetailsHaveTheirForm(),
                        new UserMembersAreDocumented(),
                        new IdentifiersHaveTheirForm(),
                        new CredentialIsKeptSafe());
    }

    /** Those that look at what follows upon what; new ones, for one client of one target. */
    public static List<TrafficRule> ofSequences(Api api) {
        return api.equals(EvcNetModule.API)
                ? List.of(new RequestIdsDiffer(), new RateLimitIsHeeded())
                : List.of(new ClientBacksOff(), new ReasonIsHeeded());
    }

    /** The same of those that look at all clients of one target: what one was given, another may use. */
    public static List<TrafficRule> ofAllClients(Api api) {
        return api.equals(EvcNetModule.API) ? List.of(new CustomersAreKnown()) : List.of();
    }
}
