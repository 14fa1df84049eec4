package io.chargeproof.api.oioi;

import io.chargeproof.api.ApiRun;
import io.chargeproof.api.ClientSettings;
import io.chargeproof.api.Preflight;
import io.chargeproof.api.RunSetup;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.policy.Sleeper;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.teststate.PendingRestore;
import io.chargeproof.teststate.UserSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What OIOI does in one run: test users are claimed before their details are changed, and get these back at the end. */
final class OioiRun implements ApiRun {
    private static final int LARGEST_FIRST_NUMBER = 50_000;

    private final OioiTarget target;
    private final RunSetup setup;
    private final UserFixtures users;
    private volatile @Nullable AccountClaimingTransport claims;

    OioiRun(OioiTarget target, RunSetup setup) {
        this.target = target;
        this.setup = setup;
        this.users = new UserFixtures(
                target,
                new UserRequests(target),
                1 + new Random(setup.seed()).nextInt(LARGEST_FIRST_NUMBER),
                new Accounts(
                        target,
                        setup.identity().run(),
                        setup.store().isOfSharedAccounts(),
                        setup.readOnly(),
                        this::keep));
    }

    /** Keeps what a user's details were; a run that only reads needn't. */
    private void keep(UserSnapshot user) {
        if (!setup.readOnly()) {
            setup.journal().keep(user);
        }
    }

    @Override
    public OioiTarget target() {
        return target;
    }

    @Override
    public Transport before(Transport next) {
        return new TokenWatchingTransport(users.accounts(), claimed(next));
    }

    private Transport claimed(Transport next) {
        if (!users.accounts().areShared()) {
            return next;
        }
        Sleeper pause = setup.store().lasts() ? Sleeper.SLEEPING : none -> {};
        AccountClaimingTransport own = new AccountClaimingTransport(users, next, pause, !setup.scripted());
        claims = own;
        return own;
    }

    @Override
    public List<HttpRequest> healthProbes() {
        return List.of(users.control());
    }

    @Override
    public void adopt() {
        if (setup.readOnly()) {
            return;
        }
        List<PendingRestore> left = setup.store().unrestored(OioiModule.API.label(), target.endpoint()).stream()
                .filter(each -> setup.identity().isOfTheTargetOf(each.run()))
                .filter(each -> each.users().stream().allMatch(user -> roleOf(users, user) != null))
                .toList();
        for (PendingRestore each : left) {
            each.users().forEach(user -> adopt(user, each.run().run()));
            each.forget();
        }
    }

    /** One sandbox after the other gets the same port. */
    private void adopt(UserSnapshot user, String from) {
        Role role = Objects.requireNonNull(roleOf(users, user));
        users.accounts().adopt(role, user.details(), from);
        if (setup.profile().kind() == TargetKind.SANDBOX) {
            users.accounts().doubt(role);
        }
    }

    /** The role that a profile gives a user, if it knows the user. */
    private static @Nullable Role roleOf(UserFixtures users, UserSnapshot user) {
        return Stream.of(Role.values())
                .filter(role -> {
                    TestUser known = users.find(role);
                    return known != null && known.username().equals(user.username());
                })
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean look(Transport transport, Transport once) {
        return fetchTokens(transport)
                && new UserPreflight(users, transport, once).look(roles()) != Preflight.Result.UNREACHABLE;
    }

    /** At any depth a scenario may need any user's token. */
    private boolean fetchTokens(Transport transport) {
        return new TokenFetch(users).fetch(List.of(Role.values()), transport);
    }

    /** Whose details may be needed: at depth smoke no more than the primary user's. */
    private List<Role> roles() {
        boolean primaryAlone = setup.profile().depth() == Depth.SMOKE && users.find(Role.PRIMARY) != null;
        return primaryAlone ? List.of(Role.PRIMARY) : List.of(Role.values());
    }

    @Override
    public void putBackAdopted(Transport transport) {
        if (!setup.readOnly() && users.accounts().haveBeenAdopted() && fetchTokens(transport)) {
            List<String> unused = new UserRestorer(transport, users).restore();
            users.accounts().arePutBack();
        }
    }

    @Override
    public ClientSettings client() {
        return new ClientSettings(
                users::control,
                UserInvariants.standing(users.accounts().target()),
                "OIOI-HTTP-4",
                users.causes(),
                exchange -> UserAnswer.of(exchange).inWords());
    }

    @Override
    public void claim() {
        AccountClaimingTransport own = claims;
        if (own != null && !setup.readOnly()) {
            own.claimAll();
        }
    }

    @Override
    public List<Object> components() {
        return List.of(users);
    }

    @Override
    public Optional<String> reasonNotToWrite() {
        boolean known = users.find(Role.PRIMARY) == null
                || users.accounts().own(Role.PRIMARY).isPresent();
        return known
                ? Optional.empty()
                : Optional.of(
                        "the details of oioi.users.primary can't be read, so they couldn't be put back afterwards");
    }

    @Override
    public List<String> cleanUp(Transport transport) {
        List<String> left = setup.readOnly() ? List.of() : new UserRestorer(transport, users).restore();
        if (left.isEmpty()) {
            setup.journal().forgetUsers(OioiModule.API.label());
        }
        return left;
    }

    @Override
    public List<String> notices() {
        return Stream.of(Role.values())
                .filter(users.accounts()::hasEnded)
                .map(role -> "a log-in ended the token that the profile gives for oioi.users." + role.label()
                        + ": leave it out, so that each run logs in by the password")
                .toList();
    }

    @Override
    public Set<String> said() {
        return users.accounts().said();
    }

    @Override
    public Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>(users.accounts().given());
        users.accounts()
                .allOwn()
                .forEach((role, details) -> details.path("social-security-number")
                        .asStringOpt()
                        .ifPresent(number -> secrets.put(number, "OIOI_" + role.name() + "_SOCIAL_SECURITY_NUMBER")));
        return secrets;
    }

    /** Puts back what a run that was cut off had changed; a sentence for each user who isn't as before. */
    static List<String> putBack(OioiTarget target, PendingRestore left, Transport transport) {
        UserFixtures users = new UserFixtures(target, new UserRequests(target), 1, Accounts.unshared(target));
        List<String> leftovers = new ArrayList<>();
        List<Role> changed = new ArrayList<>();
        for (UserSnapshot user : left.users()) {
            Role role = roleOf(users, user);
            if (role == null) {
                leftovers.add("run " + left.run().run() + " changed the user " + user.username()
                        + ", who isn't in the profile; give the profile that the run had");
            } else {
                changed.add(role);
                users.accounts().adopt(role, user.details(), left.run().run());
            }
        }
        if (!new TokenFetch(users).fetch(changed, transport)) {
            leftovers.add(
                    "the target at " + target.endpoint() + " gave no answer to user-verify, so that nothing could be"
                            + " put back; run 'chargeproof restore' again once it answers");
            return leftovers;
        }
        leftovers.addAll(new UserRestorer(transport, users).restore());
        return leftovers;
    }
}
