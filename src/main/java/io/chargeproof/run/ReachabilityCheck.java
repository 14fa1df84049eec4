package io.chargeproof.run;

import io.chargeproof.api.evcnet.CustomerModule;
import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.Role;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.api.oioi.UserModule;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Transport;
import io.chargeproof.profile.Depth;
import io.chargeproof.requirement.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks which of the APIs that a run needs answer at all. */
final class ReachabilityCheck {
    private final RunOptions options;
    private final @Nullable UserFixtures users;
    private final @Nullable CustomerRequests customerRequests;
    private final RunProgress progress;
    private @Nullable Exchange strange;
    private List<Exchange> toCustomers = List.of();

    ReachabilityCheck(
            RunOptions options,
            @Nullable UserFixtures users,
            @Nullable CustomerRequests customerRequests,
            RunProgress progress) {
        this.options = options;
        this.users = users;
        this.customerRequests = customerRequests;
        this.progress = progress;
    }

    /**
     * Looks at the APIs that the selected scenarios call; a sentence for each that can't be reached.
     *
     * @throws UsageException if an API refuses whatever the profile gives, or isn't where the profile says
     */
    Map<Api, String> over(Selection selection, TargetLink link) {
        Map<Api, String> unreachable = new TreeMap<>();
        EvcNetTarget evcNet = EvcNetTarget.of(options.profile());
        if (evcNet != null
                && customerRequests != null
                && !options.permission().readOnly()
                && selection.includes(CustomerModule.API)) {
            String address = evcNet.baseUrl().toString();
            Preflight preflight = preflight(address, link);
            Preflight.Result result = preflight.customers(evcNet, customerRequests);
            toCustomers = preflight.answered();
            if (result == Preflight.Result.UNREACHABLE) {
                unreachable.put(CustomerModule.API, unreachable(address, link));
            }
            strange = result == Preflight.Result.STRANGE ? preflight.last() : null;
        }
        if (users != null && selection.includes(UserModule.API)) {
            String address = users.endpoint().toString();
            if (preflight(address, link).users(users, roles()) == Preflight.Result.UNREACHABLE) {
                unreachable.put(UserModule.API, unreachable(address, link));
            }
        }
        return unreachable;
    }

    /** What came to all that the Customer API was asked, if it left open whose answers these are. */
    @Nullable Exchange strange() {
        return strange;
    }

    /** What the Customer API answered. */
    List<Exchange> toCustomers() {
        return toCustomers;
    }

    private Preflight preflight(String address, TargetLink link) {
        Transport told = request -> {
            Exchange exchange = link.plain().send(request);
            if (exchange.isInconclusive()) {
                progress.unanswered(address);
            }
            return exchange;
        };
        return new Preflight(told, link.once());
    }

    /** Whose details may be needed: at depth smoke no more than the primary user's. */
    private List<Role> roles() {
        boolean primaryAlone =
                options.profile().depth() == Depth.SMOKE && users != null && users.find(Role.PRIMARY) != null;
        return primaryAlone ? List.of(Role.PRIMARY) : List.of(Role.values());
    }

    private String unreachable(String address, TargetLink link) {
        List<Exchange> all = link.log().exchanges();
        Exchange last = all.get(all.size() - 1);
        boolean direct = options.profile().connection().proxy() == null;
        return "the target at " + address + " can't be reached: " + last.outcomeInWords()
                + Clue.in(last, direct).map(clue -> "; " + clue).orElse("");
    }
}
